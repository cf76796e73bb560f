import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { anyDraft } from '../../../tests/anyDraft.ts';
import { fileText, validFiles } from '../../../tests/validCatalogue.ts';
import {
  readCatalogue,
  schemaOf,
  type Catalogue,
  type CatalogueFiles,
  type EffectiveItem,
} from '../../catalogue/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { RuleFile } from '../../model/generated/schemas.ts';
import type { Draft, Item } from '../../model/item.ts';
import { schemas } from '../../model/schemas.ts';
import { soundValue } from '../../model/soundValue.ts';
import { checkCatalogue } from '../checkCatalogue.ts';
import { checkItemText } from '../checkItemText.ts';
import { contextOf } from '../readyRules.ts';
import type { ItemRule } from '../rules/index.ts';
import { acceptanceWithinFiveDays } from '../rules/limits/acceptance-within-five-days.ts';
import { promisedWithinStatutory } from '../rules/limits/promised-within-statutory.ts';
import { localRule } from './localRule.ts';
import { ruleProblems } from './ruleProblems.ts';

const date = '2026-06-01';
const rest: Omit<RuleFile, 'must'> = {
  id: 'twin',
  title: { zh: '双生' },
  why: { zh: '与程序里的规则一样。' },
  severity: 'error',
  cites: [{ law: 'administrative-licensing-law', article: 42 }],
  message: { zh: '不对。请改。', en: 'Wrong.' },
  cases: {
    good: [{ name: '空的', item: {} }],
    bad: [{ name: '坏的', item: {} }],
  },
};

let valid: CatalogueFiles;
let catalogue: Catalogue;
beforeAll(async () => {
  valid = await validFiles();
  catalogue = readCatalogue(valid);
});

const subjectOf = (item: Draft<Item>): EffectiveItem => ({
  id: 'x',
  division: '000000',
  item,
  files: ['000000/x.yaml'],
  originOf: (path) => ({ division: '000000', file: '000000/x.yaml', path }),
});

describe('a rule as data does what its twin in code does', () => {
  const limit = { field: 'limits.promised' };
  const twins: [ItemRule, Draft<RuleFile>][] = [
    [
      promisedWithinStatutory,
      { ...rest, at: 'limits.promised.value', must: { ...limit, atMost: { field: 'limits.statutory' } } },
    ],
    [
      acceptanceWithinFiveDays,
      {
        ...rest,
        at: 'limits.acceptance.value',
        must: {
          any: [
            {
              all: [
                { field: 'limits.acceptance.unit', equals: 'working-days' },
                { field: 'limits.acceptance.value', atMost: 5 },
              ],
            },
            {
              all: [
                { field: 'limits.acceptance.unit', equals: 'calendar-days' },
                { field: 'limits.acceptance.value', atMost: 7 },
              ],
            },
          ],
        },
      },
    ],
  ];
  const days = fc.record({
    value: fc.nat(12),
    unit: fc.constantFrom('working-days' as const, 'calendar-days' as const),
  });
  const limits = fc.record({ statutory: days, promised: days, acceptance: days }, { requiredKeys: [] });
  // Mostly limits, since that is what the twins look at, and anything else that a draft may hold beside them.
  const items = fc.oneof(
    limits.map((said): Draft<Item> => ({ limits: said })),
    anyDraft(schemas.item, 1000).map((value) => (soundValue(schemas.item, value) ?? {}) as Draft<Item>),
  );

  it.each(twins.map(([code, data]) => [code.id, code, data] as const))('%s', (_, code, data) => {
    expect(ruleProblems(data)).toEqual([]);
    const twin = localRule(data);
    const found = { some: 0, none: 0 };
    fc.assert(
      fc.property(items, (item) => {
        // Rules are run on what keeps to its schema, and that gives a period a number and one of two units.
        const whole = Object.values(item.limits ?? {}).every(
          (one) =>
            typeof one !== 'object' ||
            ('value' in one && (one.unit === 'working-days' || one.unit === 'calendar-days')),
        );
        fc.pre(whole);
        const setting = { lookups: catalogue.lookups, date };
        const [a, b] = [code, twin].map((rule) =>
          rule.check(item, contextOf(rule, setting), subjectOf(item)).map(({ path }) => path),
        );
        expect(b).toEqual(a);
        found[a!.length > 0 ? 'some' : 'none']++;
      }),
      { numRuns: 2000 },
    );
    // Agreement where neither ever speaks would say nothing.
    expect(found.some).toBeGreaterThan(100);
    expect(found.none).toBeGreaterThan(100);
  });
});

const file = 'rules/no-mail.yaml';
const noMail: RuleFile = {
  ...rest,
  id: 'no-mail',
  must: { not: { field: 'service.channels', equals: 'window' } },
  at: 'service.channels',
  message: {
    zh: '“{basics.name}”可以到窗口办（{basics.handling}）。请改。',
    en: '"{basics.name}": {basics.handling}.',
  },
  cases: {
    good: [{ name: '网上', item: { service: { channels: ['online'] } } }],
    bad: [{ name: '窗口', item: { service: { channels: ['online', 'window'] } }, at: 'service.channels' }],
  },
};
const withRule = (rule: unknown): Catalogue =>
  readCatalogue(new Map([...valid, [file, fileText(file, rule)]]));
const codes = (found: Diagnostic[]) => found.map(({ code, file: where }) => `${where} ${code}`);

describe('a rule of a catalogue', () => {
  it('is run on bases and guides, and names the file that says the value', () => {
    const found = checkCatalogue(withRule(noMail), date);
    expect(codes(found)).toEqual([
      '000000/construction-planning-permit.yaml no-mail',
      '000000/urban-road-excavation-permit.yaml no-mail',
    ]);
    expect(found[1]).toMatchObject({
      severity: 'error',
      message: '“挖掘城市道路审批”可以到窗口办（承诺件）。请改。',
      path: ['service', 'channels'],
      cites: rest.cites,
    });
    expect(found[1]!.range).toBeDefined();
  });

  it('is run in the editor by the same lookups', () => {
    const path = '000000/urban-road-excavation-permit.yaml';
    const text = new TextDecoder().decode(valid.get(path) as Uint8Array);
    const setting = { lookups: withRule(noMail).lookups, date };
    expect(codes(checkItemText({ file: path, text, upper: [] }, setting).diagnostics)).toEqual([
      `${path} no-mail`,
    ]);
  });

  it('can be turned off and let be like any other', () => {
    const config = new TextDecoder().decode(valid.get('catalogue.yaml') as Uint8Array);
    const files = new Map([
      ...valid,
      [file, fileText(file, noMail)],
      ['catalogue.yaml', `${config}\nrules: {no-mail: {severity: "off"}}\n`],
    ]);
    expect(checkCatalogue(readCatalogue(files), date)).toEqual([]);
  });

  it('holds only below its divisions', () => {
    const rule = { ...noMail, divisions: ['511502'] };
    expect(codes(checkCatalogue(withRule(rule), date))).toEqual([
      '000000/urban-road-excavation-permit.yaml no-mail',
    ]);
  });

  const wrong: [string, object, string][] = [
    ['a field that items have not', { must: { field: 'service.phone', present: true } }, 'rule/field'],
    ['elements that items have not', { for: 'material.*' }, 'rule/field'],
    ['a place that items have not', { at: 'service.phone' }, 'rule/field'],
    ['a placeholder that items have not', { message: { zh: '{x}不对。请改。', en: 'xx' } }, 'rule/field'],
    ['a number for a text', { must: { field: 'basics.type', equals: 1 } }, 'rule/comparison'],
    [
      'a value that is never written',
      { must: { field: 'basics.handling', equals: 'later' } },
      'rule/comparison',
    ],
    ['days without a unit', { must: { field: 'limits.promised', atMost: 20 } }, 'rule/comparison'],
    [
      'a number with a unit',
      { must: { field: 'service.visits', atMost: { value: 1, unit: 'working-days' } } },
      'rule/comparison',
    ],
    ['nothing compared', { must: { field: 'basics.name' } }, 'rule/comparison'],
    ['no field', { must: { present: true } }, 'rule/comparison'],
    [
      'two fields',
      { must: { field: 'basics.name', itemField: 'basics.name', present: true } },
      'rule/comparison',
    ],
    ['a pattern that looks back', { must: { field: 'basics.name', matches: '(a)\\1' } }, 'rule/pattern'],
    ['the id of a rule of the program', { id: 'fee-basis-rank' }, 'rule/known-id'],
    [
      'a good case with a finding',
      { cases: { good: noMail.cases.bad.map(({ name, item }) => ({ name, item })), bad: noMail.cases.bad } },
      'rule/case',
    ],
    ['a bad case without one', { cases: { good: noMail.cases.good, bad: noMail.cases.good } }, 'rule/case'],
    ['a finding elsewhere', { at: 'service' }, 'rule/case'],
  ];
  it.each(wrong)('is not run with %s', (_, change, code) => {
    const rule = { ...noMail, ...change };
    const path = `rules/${rule.id}.yaml`;
    const files = new Map([...valid, [path, fileText(path, rule)]]);
    const found = checkCatalogue(readCatalogue(files), date).filter((one) => one.file === path);
    expect(codes(found)).toContain(`${path} ${code}`);
  });

  it('is refused where its conditions are too deep or too many', () => {
    let deep: object = { field: 'basics.name', present: true };
    for (let i = 0; i < 10; i++) deep = { not: deep };
    const many = { all: Array.from({ length: 16 }, () => ({ any: Array.from({ length: 5 }, () => deep) })) };
    for (const must of [deep, many])
      expect(ruleProblems({ ...rest, must }).map((one) => one.code)).toContain('size');
  });

  it('stops, and says so, where an item makes it too expensive', () => {
    const slow = localRule({
      ...rest,
      for: 'service.faq.*',
      must: { not: { some: { each: 'service.faq.*', meets: { field: 'answer', matches: '(答|答)*问$' } } } },
    });
    const faq = Array.from({ length: 3000 }, (_, i) => ({ id: `q${i}`, answer: '答'.repeat(100) }));
    const began = performance.now();
    const item: Draft<Item> = { service: { faq } };
    const found = slow.check(item, contextOf(slow, { lookups: catalogue.lookups, date }), subjectOf(item));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(found.map(({ severity }) => severity)).toEqual(['warning']);
    expect(found[0]!.message.zh).toContain('没有看完');
  });

  it('of any kind at all never throws', () => {
    fc.assert(
      fc.property(anyDraft(schemaOf('rule')), (value) => {
        const text = `${JSON.stringify(value) ?? ''}\n`;
        const found = checkCatalogue(readCatalogue(new Map([...valid, [file, text]])), date);
        expect(found.every(({ message, messageEn }) => message !== '' && messageEn !== '')).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});
