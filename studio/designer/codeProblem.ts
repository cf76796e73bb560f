import type { Words } from '../../src/model/schemas.ts';

/** Why `code` cannot be the name of a code in a list that has those `taken`; `undefined` where it can. */
export function codeProblem(code: string, taken: ReadonlySet<string>): Words | undefined {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(code))
    return {
      zh: '代码用英文字母、数字、点、连字符和下划线，以字母或数字开头，不超过 64 个字符。',
      en: 'A code is of Latin letters, digits, dots, hyphens and underscores, begins with a letter or digit, 64 at most.',
    };
  if (!taken.has(code)) return undefined;
  return { zh: `代码表里已有“${code}”，请换一个。`, en: `The list has "${code}" already: choose another.` };
}
