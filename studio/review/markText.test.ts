import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markText } from './markText.ts';

/** `[-gone-]` and `{+come+}` in the text. */
function written(before: string, after: string): string {
  return markText(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `{+${text}+}`))
    .join('');
}

describe('markText', () => {
  it.each([
    ['', '', ''],
    ['同', '同', '同'],
    ['', '新增', '{+新增+}'],
    ['删去', '', '[-删去-]'],
    ['应当提交身份证原件', '应当出示身份证', '应当[-提交-]{+出示+}身份证[-原件-]'],
    ['自受理之日起20个工作日', '自受理之日起10个工作日', '自受理之日起[-20-]{+10+}个工作日'],
    ['the old road', 'the new road', 'the [-old-]{+new+} road'],
    ['一个字甲的乙岛', '一个字丙的丁岛', '一个字[-甲的乙-]{+丙的丁+}岛'],
    ['第一行\n第二行', '第一行\n新第二行', '第一行\n{+新+}第二行'],
  ])('%j → %j', (before, after, marks) => expect(written(before, after)).toBe(marks));

  it('keeps both texts whole', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', '乙', 'a', 'b', '1', ' ', '\n', '，', '🏢'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, (before, after) => {
        const marks = markText(before, after);
        const without = (kind: string) =>
          marks
            .filter((mark) => mark.kind !== kind)
            .map((mark) => mark.text)
            .join('');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  it('marks texts whole that are too long to compare, between what they share', () => {
    const [before, after] = ['甲乙'.repeat(5000), '丙丁'.repeat(5000)];
    expect(markText(`头${before}尾`, `头${after}尾`)).toEqual([
      { kind: 'same', text: '头' },
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
      { kind: 'same', text: '尾' },
    ]);
  });
});
