import { assert, property, string } from 'fast-check';
import { isUtf8 } from 'node:buffer';
import { expect, it } from 'vitest';
import { textOf } from './fileBytes.ts';

it('reads every text as the decoder of the language does', () => {
  for (const text of ['', 'a', '\ufeffid: 许可', '许可证\r\n𠮷', 'x'.repeat(100_000) + '许'])
    expect(textOf(Buffer.from(text))).toBe(text);
  assert(
    property(string({ unit: 'binary' }), (text) => {
      const bytes = Buffer.from(text);
      expect(isUtf8(bytes)).toBe(true);
      expect(textOf(bytes)).toBe(bytes.toString());
    }),
  );
});
