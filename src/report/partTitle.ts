import type { Words } from '../model/schemas.ts';

/** Parts of the check that are no rules, by what stands before the stroke in their codes. */
const parts: Readonly<Record<string, Words>> = {
  text: { zh: '文本读不出来', en: 'The text cannot be read' },
  schema: { zh: '不合字段的写法', en: 'Not as its field asks' },
  catalogue: { zh: '目录里对不上', en: 'Does not fit the catalogue' },
  extension: { zh: '自己的字段有误', en: 'A field of one’s own is wrong' },
  rule: { zh: '自己的规则有误', en: 'A rule of one’s own is wrong' },
};

/** What a finding by `code` is about, where the code is that of a part of the check; with it, since a part has many. */
export function partTitle(code: string): Words | undefined {
  const [part = '', rest] = code.split('/');
  const words = parts[part];
  return words === undefined || rest === undefined
    ? undefined
    : { zh: `${words.zh}（${code}）`, en: `${words.en} (${code})` };
}
