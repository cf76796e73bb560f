import { expect, test } from 'vitest';
import { PieceBytes } from './pieceBytes.ts';

test('texts and bytes stand one behind the other, however much longer they are than the place', () => {
  const pieces = new PieceBytes(4);
  for (const parts of [['规程', 'guide', '🏛'.repeat(50)], [], ['短'], ['长'.repeat(1000), 'x']]) {
    pieces.begin();
    for (const [i, part] of parts.entries())
      if (i % 2 === 0) pieces.text(part);
      else pieces.bytes(Buffer.from(part));
    expect(Buffer.from(pieces.all()).toString()).toBe(parts.join(''));
  }
});
