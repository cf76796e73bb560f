import { describe, expect, test } from 'vitest';
import type { ProfileFile } from '../../../model/generated/schemas.ts';
import { parseTarget, targetSchema } from '../target.ts';
import { choiceOf, fieldChoices } from './fieldChoices.ts';
import { ruleOf, suggestionFor, suggestionsOf } from './suggestRules.ts';

const choices = fieldChoices('item');
const profile: ProfileFile = {
  id: 'p',
  name: '县表',
  tables: [
    {
      id: 't',
      columns: [
        { id: 'a', from: '实施单位', to: 'authority.accepts.text' },
        { id: 'b', from: '实施单位', to: 'authority.decides.text' },
        { id: 'c', from: '别称', names: ['又名'], to: 'basics.synonyms', split: ['/'] },
        { id: 'd', from: '$place', to: 'sources[import].text' },
        { id: 'e', from: '原样', to: 'basics.name', exact: true },
      ],
    },
  ],
};
const suggestions = suggestionsOf(choices, [profile]);
const suggested = (name: string) => suggestionFor(name, suggestions);

describe('a choice of fields', () => {
  test('is of fields that there are, each once', () => {
    for (const { to } of choices) expect(targetSchema('item', parseTarget(to)), to).toBeDefined();
    expect(new Set(choices.map(({ key }) => key)).size).toBe(choices.length);
    for (const { section, title } of choices)
      for (const words of [section, title]) expect(words.zh && words.en).toBeTruthy();
  });

  test('has a legal basis for each of its roles, and no part of a citation', () => {
    const basis = choices.filter(({ to }) => to.startsWith('legalBasis'));
    expect(basis.map(({ title, with: beside }) => [title.zh, beside?.[0]?.value])).toEqual([
      ['设定依据', 'establishes'],
      ['实施依据', 'implements'],
      ['监管依据', 'supervises'],
    ]);
    expect(choices.some(({ to }) => /\.(article|paragraph)$/.test(to))).toBe(false);
    expect(choices.find(({ to }) => to === 'conditions.grant[g*].basis[b*]')?.takes).toBe('citations');
  });

  test('is found of a rule, whatever the rule calls its elements', () => {
    expect(choiceOf(choices, { to: 'materials.list[m*].name' })?.title.zh).toBe('材料 › 材料名称');
    const role = [{ field: 'role', value: 'implements' }];
    expect(choiceOf(choices, { to: 'legalBasis[x*]', with: role })?.title.zh).toBe('实施依据');
    expect(choiceOf(choices, { to: 'sources[import].text' })).toBeUndefined();
  });
});

describe('a suggestion', () => {
  test.each<[string, string[] | undefined]>([
    ['事项名称', ['basics.name']],
    ['承诺时限（工作日）', ['limits.promised']],
    ['时限/承诺', ['limits.promised']],
    ['受理部门', ['authority.accepts.text']],
    ['实施单位', ['authority.accepts.text', 'authority.decides.text']],
    ['又名', ['basics.synonyms']],
    ['设定依据', ['legalBasis[e*]']],
    ['层级/审批层级', ['basics.approvalLevels']],
    // Fields that share a title are not told apart by it.
    ['说明', undefined],
    ['原样', undefined],
    ['没有听说过', undefined],
  ])('for %s', (name, fields) => expect(suggested(name)?.rules.map(({ to }) => to)).toEqual(fields));

  test('says who makes it, and takes over how a profile reads', () => {
    expect(suggested('又名')).toEqual({ rules: [{ to: 'basics.synonyms', split: ['/'] }], profile: '县表' });
    expect(suggested('事项名称')).toEqual({ rules: [{ to: 'basics.name' }] });
    expect(suggested('承诺时限（工作日）')?.rules[0]?.unit).toBe('working-days');
  });
});

test('a field that is a list is read in several pieces at first', () => {
  const of = (to: string) => ruleOf(choices.find((choice) => choice.to === to)!);
  expect(of('materials.list[l*].name')).toEqual({ to: 'materials.list[l*].name', numbering: true });
  expect(of('basics.served').split).toContain('、');
  expect(of('limits.promised')).toEqual({ to: 'limits.promised' });
});
