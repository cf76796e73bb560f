import type { Effect } from '../../src/diff/types.ts';
import type { Words } from '../../src/model/schemas.ts';

/** What a change means for the applicant: word, sign for who does not see the colour, and the tone of its tag. */
export const effectWords: Readonly<Record<Effect, Words & { sign: string; tone: string }>> = {
  worse: { zh: '增加负担', en: 'worse for applicants', sign: '▼', tone: 'warning' },
  better: { zh: '利企便民', en: 'better for applicants', sign: '▲', tone: 'good' },
  neutral: { zh: '中性', en: 'neutral', sign: '＝', tone: '' },
};

/** The order in which a reviewer meets them: what burdens people comes first. */
export const effectOrder: readonly Effect[] = ['worse', 'better', 'neutral'];
