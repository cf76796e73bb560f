import type { Words } from '../../src/model/schemas.ts';

/** What is wrong with `id` as an id, and what to do; `from` is what it is now. `undefined` where it may be used. */
export function idProblem(id: string, from = ''): Words | undefined {
  if (id === '') return { zh: '请填写标识。', en: 'Enter an id.' };
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id))
    return {
      zh: '标识只能用小写英文字母、数字和连字符，以字母或数字开头，不超过 64 个字符。',
      en: 'Use small Latin letters, digits and hyphens, beginning with a letter or digit, 64 at most.',
    };
  return id === from ? { zh: '与现在的标识相同。', en: 'It has this id already.' } : undefined;
}
