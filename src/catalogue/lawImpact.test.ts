import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import { readCatalogue } from './catalogue.ts';
import { lawImpact } from './lawImpact.ts';
import type { Catalogue } from './types.ts';

const files = new Map([
  [
    '000000/a.yaml',
    `id: a
basics: {name: 甲许可}
legalBasis:
  - {id: x, law: tea-law, article: 3, role: establishes}
  - {id: y, law: other-law, article: 3, role: implements}
materials:
  list:
    - {id: m, name: 申请书, basis: [{law: tea-law, article: 4, paragraph: 1, item: 2}, {law: tea-law}]}
`,
  ],
  [
    '510000/a.yaml',
    `id: a
overlay:
  limits: {promised: {value: 5, unit: working-days, basis: [{law: tea-law, article: 3}]}}
grounds:
  - {path: limits.promised, law: tea-law, article: 3}
`,
  ],
  ['510000/adopt.yaml', 'division: "510000"\nitems: [{id: a}]\n'],
]);

describe('what rests on a law', () => {
  const catalogue = readCatalogue(files);
  const lines = (article?: number) =>
    lawImpact(catalogue, { law: 'tea-law', article }).reliances.map(
      ({ file, words, cite }) => `${file} ${words.zh} ${[cite.article, cite.paragraph, cite.item].join('.')}`,
    );

  it('is every citation of it in bases and layers, with its place in words', () => {
    expect(lines()).toEqual([
      '000000/a.yaml 法律依据 › 第 1 个 3..',
      '000000/a.yaml 申请材料 › 材料 › “申请书” › 依据 › 第 1 个 4.1.2',
      '000000/a.yaml 申请材料 › 材料 › “申请书” › 依据 › 第 2 个 ..',
      '510000/a.yaml 本级内容 › 办理时限 › 承诺时限 › 依据 › 第 1 个 3..',
      '510000/a.yaml 依据 › 第 1 个 3..',
    ]);
  });

  it('is less for one article', () => {
    expect(lines(4)).toHaveLength(1);
    expect(lines(99)).toEqual([]);
  });

  it('is the guides that are made from those files', () => {
    expect(lawImpact(catalogue, { law: 'tea-law' }).guides).toEqual([{ id: 'a', division: '510000' }]);
    expect(lawImpact(catalogue, { law: 'no-law' })).toEqual({ reliances: [], guides: [] });
  });
});

describe('on the sample', () => {
  let sample: Catalogue;
  beforeAll(async () => {
    sample = await sampleCatalogue();
  });

  it('finds every citation that a search of the texts finds', () => {
    for (const law of ['administrative-licensing-law', 'food-safety-law', 'water-law']) {
      const written = [...sample.sources.values()]
        .filter(({ kind }) => ['item', 'layer', 'bundle', 'rule'].includes(kind))
        .reduce(
          (count, { text }) => count + [...text.matchAll(new RegExp(`\\blaw: ${law}\\b(?!-)`, 'g'))].length,
          0,
        );
      expect(written, law).toBeGreaterThan(0);
      expect(lawImpact(sample, { law }).reliances, law).toHaveLength(written);
    }
  });
});
