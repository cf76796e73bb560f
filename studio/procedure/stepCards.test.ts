import { describe, expect, it } from 'vitest';
import { lookupsOf } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { Plain } from '../../src/model/edit.ts';
import type { Draft, Item, Step } from '../../src/model/item.ts';
import type { Answers } from '../../src/procedure/index.ts';
import { procedureView } from './stepCards.ts';
import { spokenRest } from './spokenRest.ts';
import { drawnSpine, stepTowards } from './walkSteps.ts';
import { placeSteps } from './placeSteps.ts';

const days = (value: number) => ({ value, unit: 'working-days' as const });
const item: Draft<Item> = {
  questions: [
    {
      id: 'size',
      text: '规模多大？',
      kind: 'choice',
      options: [
        { id: 'big', text: '大' },
        { id: 'small', text: '小' },
      ],
    },
  ],
  limits: { promised: days(6), statutory: days(20) },
  procedure: {
    steps: [
      { id: 'accept', name: '受理', kind: 'accept', days: days(1) },
      { id: 'review', name: '审查', kind: 'review', days: days(3), after: ['accept'] },
      {
        id: 'experts',
        name: '评审',
        kind: 'expert-review',
        days: days(4),
        after: ['accept'],
        when: { size: ['big'] },
      },
      { id: 'decide', name: '决定', kind: 'decide', days: days(2), after: ['review', 'experts'] },
    ],
  },
};
const lookups = lookupsOf({
  config: { title: 't', notice: 'n', calendar: '', divisions: [], codeLists: {} as never },
  laws: [],
  agencies: [],
  centres: [],
  calendars: [],
  items: [],
  suppressions: [],
  rules: [],
  translations: [],
  bundles: [],
});
const at = (answers: Answers, diagnostics: Diagnostic[] = [], one = item) =>
  procedureView({
    item: one,
    value: one as unknown as Plain,
    path: ['procedure', 'steps'],
    inherited: undefined,
    answers,
    diagnostics,
    lookups,
  });
const finding = (path: (string | number)[], code = 'some-rule'): Diagnostic => ({
  code,
  severity: 'warning',
  message: '不对',
  messageEn: 'wrong',
  file: 'a.yaml',
  path,
  cites: [],
});

describe('the steps as shown', () => {
  it('reads the longest way first, then the others', () => {
    expect(at({}).cards.map(({ id, critical }) => `${id} ${critical}`)).toEqual([
      'accept true',
      'experts true',
      'decide true',
      'review false',
    ]);
  });

  it('compares what counts, without accepting, to what is promised', () => {
    const { counted, limits } = at({});
    expect(counted?.days).toBe(6);
    expect(limits.map(({ kind, value, fits }) => [kind, value, fits])).toEqual([
      ['promised', 6, true],
      ['statutory', 20, true],
    ]);
    const tight = { ...item, limits: { promised: days(5) } };
    expect(at({}, [], tight).limits[0]?.fits).toBe(false);
  });

  it('marks what a case leaves out, and finds the longest way of the rest', () => {
    const { cards, spine, counted } = at({ size: 'small' });
    expect(cards.find(({ id }) => id === 'experts')?.applies).toBe('no');
    expect(spine).toEqual(['accept', 'review', 'decide']);
    expect(counted?.days).toBe(5);
    expect(at({}).cards.find(({ id }) => id === 'experts')?.applies).toBe('perhaps');
  });

  it('hangs a finding on its step, and one of them all beside', () => {
    const { cards, findings } = at({}, [
      finding(['procedure', 'steps', 1, 'days', 'value']),
      finding(['limits', 'promised', 'value'], 'steps-within-promise'),
      finding(['fees']),
    ]);
    expect(cards.flatMap(({ id, findings: own }) => own.map(() => id))).toEqual(['review']);
    expect(findings.map(({ code }) => code)).toEqual(['steps-within-promise']);
  });

  it('shows steps in a circle, and those without an identifier apart', () => {
    const steps = [
      { id: 'a', kind: 'accept', after: ['b'] },
      { id: 'b', after: ['a'] },
      { name: '没有标识' },
      { id: 'a', name: '重复' },
    ] as Draft<Step>[];
    const { cards, nameless, path } = at({}, [], { procedure: { steps } });
    expect(cards.map(({ id, circular }) => `${id} ${circular}`)).toEqual(['a true', 'b true']);
    expect(nameless.map(({ name }) => name)).toEqual(['没有标识', '重复']);
    expect(path.kind).toBe('cycle');
  });

  it('says in words what only the eye sees', () => {
    const { cards } = at({});
    const nameOf = (id: string) => cards.find((card) => card.id === id)!.name;
    const rest = (id: string) =>
      spokenRest(
        cards.find((card) => card.id === id)!,
        nameOf,
      ).zh;
    expect(rest('accept')).toBe('，在关键路径上，之后：审查、评审');
    expect(rest('experts')).toBe('，在关键路径上，仅限规模多大：大，之后：决定');
    expect(rest('decide')).toBe('，在关键路径上，之后没有环节');
  });
});

it('the arrows follow the longest way, and go to what stands beside', () => {
  const { cards, order, spine } = at({});
  const byId = new Map(cards.map((card) => [card.id, card]));
  const drawing = placeSteps(
    order.map((id) => byId.get(id)!),
    spine,
  );
  expect(stepTowards(byId, drawing, 'accept', 'on')).toBe('experts');
  expect(stepTowards(byId, drawing, 'decide', 'back')).toBe('experts');
  expect(stepTowards(byId, drawing, 'experts', 'right')).toBe('review');
  expect(stepTowards(byId, drawing, 'review', 'left')).toBeDefined();
  expect(stepTowards(byId, drawing, 'accept', 'back')).toBeUndefined();
});

it('the longest way is drawn through what another case has in it', () => {
  const way: Draft<Step>[] = [
    { id: 'accept', kind: 'accept' },
    { id: 'experts', kind: 'expert-review', after: ['accept'], when: { size: ['big'] } },
    { id: 'decide', kind: 'decide', after: ['experts'] },
  ];
  const { cards, spine } = at({ size: 'small' }, [], { ...item, procedure: { steps: way } });
  expect(spine).toEqual(['accept', 'decide']);
  const byId = new Map(cards.map((card) => [card.id, card]));
  expect(drawnSpine(byId, spine)).toEqual(['accept', 'experts', 'decide']);
});
