import { describe, expect, it } from 'vitest';
import { sampleCatalogue } from '../../tests/sampleCatalogue.ts';
import type { Owner } from '../model/owner.ts';
import { readCatalogue } from './catalogue.ts';
import { ownersOf } from './ownersOf.ts';

const sample = await sampleCatalogue();
const food = '000000/food-business-licence.yaml';
const foodText = sample.sources.get(food)!.text;

/** An owner in a word: `item/base 000000 market-regulation`. */
function word(owner: Owner): string {
  switch (owner.kind) {
    case 'item':
      return `${owner.role} ${owner.above[0]} ${owner.departments.join('+')}`.trim();
    case 'division':
      return `division ${owner.above[0]}`;
    case 'either':
      return owner.of.map(word).join(' or ');
    default:
      return owner.kind;
  }
}
const owners = (path: string, now?: string, catalogue = sample) =>
  ownersOf({ path, now }, catalogue).map(word);
const unchanged = (path: string) => owners(path, sample.sources.get(path)?.text);

describe('whose a file is', () => {
  it.each([
    [food, ['base 000000 market-regulation']],
    ['511500/food-business-licence.yaml', ['layer 511500 market-regulation']],
    ['511500/adopt.yaml', ['division 511500']],
    ['agencies/511502.yaml', ['division 511502']],
    ['staff/511500.yaml', ['division 511500']],
    ['laws/food-business-licence-rule.yaml', ['division 000000']],
    ['centres/yibin.yaml', ['division 511500']],
    ['catalogue.yaml', ['catalogue']],
    ['extension/item.yaml', ['catalogue']],
    ['governance/approvals.yaml', ['catalogue']],
    ['governance/people.yaml', ['catalogue']],
    ['governance/suppressions.yaml', ['catalogue']],
    ['forms/nobody-uses-this.pdf', ['anybody']],
    ['profiles/sichuan.yaml', ['anybody']],
    ['000000/new-licence.yaml', ['division 000000']],
    ['511502/travel-agency-licence.yaml', ['division 511502']],
  ])('%s', (path, expected) => {
    expect(unchanged(path)).toEqual(expected);
  });

  it('of every file of the sample is told', () => {
    for (const path of sample.files.keys()) expect(unchanged(path), path).not.toEqual([]);
  });

  it('is both what it was and what it is to be', () => {
    const taken = foodText.replace('decides: {department: market-regulation', 'decides: {department: health');
    expect(taken).not.toBe(foodText);
    expect(owners(food, taken)).toEqual(['base 000000 market-regulation', 'base 000000 health']);
    expect(owners(food)).toEqual(['base 000000 market-regulation']);
    expect(owners(food, 'a: [')).toEqual(['base 000000 market-regulation']);
  });

  it('of a whole procedure below an existing one is also whose that is', () => {
    expect(owners('511502/food-business-licence.yaml', foodText)).toEqual([
      'layer 511502 market-regulation',
      'base 000000 market-regulation',
      'base 511502 market-regulation',
    ]);
  });

  it('of a new layer is the department’s of its base from the first letter', () => {
    expect(owners('510000/gas-business-licence.yaml', '')).toEqual(['layer 510000 housing']);
    expect(owners('510000/gas-business-licence.yaml', 'overlay: {}\n')).toEqual(['layer 510000 housing']);
  });

  it('of a form is theirs whose files name it', () => {
    expect(owners('forms/food-application.docx', '')).toContain('base 000000 market-regulation');
  });
});

describe('an objection', () => {
  const path = 'objections/511502/food-limit.yaml';
  const asked = [
    'id: food-limit',
    'division: "511502"',
    'item: food-business-licence',
    'path: /limits/statutory',
    'kind: lax',
    'reason: 二十日偏长',
    'filed: {by: 翠屏区政务服务中心, date: 2026-03-01}',
    '',
  ].join('\n');
  const answer = 'answer: {decision: decline, text: 不改, by: 市场监督管理总局, date: 2026-04-01}\n';
  const withFile = (text: string) => readCatalogue(new Map(sample.files).set(path, text));
  const base = 'base 000000 market-regulation';

  it.each([
    ['is raised by anybody of the division', undefined, asked, ['division 511502']],
    ['is not answered by who raises it', undefined, asked + answer, ['division 511502', base]],
    ['is mended by its division', asked, asked.replace('偏长', '太长'), ['division 511502']],
    ['is taken back by its division', asked, undefined, ['division 511502']],
    ['is answered by the owner of the base alone', asked, asked + answer, [base]],
    ['may be begun by either', asked, asked, [`division 511502 or ${base}`]],
    [
      'has its answer mended by the owner',
      asked + answer,
      (asked + answer).replace('不改', '暂不改'),
      [base],
    ],
    ['keeps its answer', asked + answer, asked, ['nobody']],
    ['answered stays', asked + answer, undefined, ['nobody']],
    ['answered keeps its question', asked + answer, asked.replace('lax', 'other') + answer, ['nobody']],
  ])('%s', (_name, was, now, expected) => {
    const catalogue = was === undefined ? sample : withFile(was);
    expect(ownersOf({ path, now }, catalogue).map(word)).toEqual(expected);
  });
});
