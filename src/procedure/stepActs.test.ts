import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Plain } from '../model/edit.ts';
import type { Draft, Step } from '../model/item.ts';
import { valueAt } from '../model/path.ts';
import { actOnSteps, type StepAct, type StepsSubject } from './stepActs.ts';
import { stepGraph } from './stepGraph.ts';

const days = (value: number) => ({ value, unit: 'working-days' as const });
const base: Draft<Step>[] = [
  { id: 'accept', name: '受理', kind: 'accept', days: days(1) },
  { id: 'papers', name: '审查', kind: 'review', days: days(5), after: ['accept'] },
  { id: 'site', name: '勘查', kind: 'site-inspection', days: days(3), after: ['accept'] },
  { id: 'decide', name: '决定', kind: 'decide', days: days(2), after: ['papers', 'site'] },
];
const added = { id: 'new', name: '新环节', kind: 'review' as const };

/** The steps after `act`, each by id with those it waits for; or the refusal. */
function after(act: StepAct, steps: readonly Draft<Step>[] = base): unknown {
  const value = { procedure: { steps } } as unknown as Plain;
  const made = actOnSteps({ steps, value, path: ['procedure', 'steps'] }, act);
  if (made.kind === 'refused') return made.words.zh;
  const list = valueAt(applied(value, made.edits), ['procedure', 'steps']) as Draft<Step>[];
  return list.map(({ id, after: waits }) => [id, ...(waits ?? [])].join(' < '));
}

/** A second writer of edits, for the test alone: the product's stands in another folder. */
function applied(
  value: Plain,
  edits: readonly { kind: string; path: readonly (string | number)[]; value?: Plain }[],
): Plain {
  const root = structuredClone(value);
  for (const { kind, path, value: to } of edits) {
    let here = root as Record<string | number, Plain>;
    for (const step of path.slice(0, -1)) here = (here[step] ??= {}) as typeof here;
    const last = path.at(-1)!;
    if (kind === 'insert' && !Array.isArray(here)) throw new Error('no list to insert into');
    if (kind === 'insert') (here as unknown as Plain[]).splice(last as number, 0, to!);
    else if (kind === 'set') here[last] = to!;
    else if (Array.isArray(here)) here.splice(last as number, 1);
    else delete here[last];
  }
  return root;
}

describe('acts on steps', () => {
  test.each<[string, StepAct, string[]]>([
    [
      'a step after one that branches stands before all its branches',
      { kind: 'add', where: 'after', step: 'accept', added },
      ['accept', 'new < accept', 'papers < new', 'site < new', 'decide < papers < site'],
    ],
    [
      'a step before one takes over what it waits for',
      { kind: 'add', where: 'before', step: 'decide', added },
      ['accept', 'papers < accept', 'site < accept', 'new < papers < site', 'decide < new'],
    ],
    [
      'a parallel step begins and ends where the other does',
      { kind: 'add', where: 'beside', step: 'site', added },
      ['accept', 'papers < accept', 'site < accept', 'new < accept', 'decide < papers < site < new'],
    ],
    [
      'what is taken out of a chain leaves no gap',
      { kind: 'remove', step: 'accept' },
      ['papers', 'site', 'decide < papers < site'],
    ],
    [
      'what is taken out of a branch hands on what it waited for',
      { kind: 'remove', step: 'papers' },
      ['accept', 'site < accept', 'decide < accept < site'],
    ],
    [
      'connecting',
      { kind: 'connect', from: 'papers', to: 'site' },
      ['accept', 'papers < accept', 'site < accept < papers', 'decide < papers < site'],
    ],
    [
      'parting the only line leaves no empty list',
      { kind: 'disconnect', from: 'accept', to: 'site' },
      ['accept', 'papers < accept', 'site', 'decide < papers < site'],
    ],
  ])('%s', (_, act, expected) => expect(after(act)).toEqual(expected));

  test.each<[string, StepAct, RegExp]>([
    [
      'a circle, with the way round',
      { kind: 'connect', from: 'decide', to: 'accept' },
      /受理 → 审查 → 决定 → 受理/,
    ],
    ['itself', { kind: 'connect', from: 'site', to: 'site' }, /“勘查”不能等自己/],
    ['what is so already', { kind: 'connect', from: 'accept', to: 'site' }, /“勘查”已经排在“受理”之后/],
    ['a step that is not there', { kind: 'remove', step: 'none' }, /没有标识为“none”/],
    [
      'an identifier twice',
      { kind: 'add', where: 'after', step: 'site', added: { ...added, id: 'site' } },
      /已经有环节在用/,
    ],
    ['beginning twice', { kind: 'begin', news: [added] }, /已经有环节/],
  ])('refuses %s', (_, act, words) => expect(after(act)).toMatch(words));

  test('a changed number of days is a change of the number', () => {
    const value = { procedure: { steps: base } } as unknown as Plain;
    const made = actOnSteps(
      { steps: base, value, path: ['procedure', 'steps'] },
      { kind: 'days', step: 'site', days: days(4) },
    );
    expect(made).toMatchObject({
      edits: [{ kind: 'set', path: ['procedure', 'steps', 2, 'days', 'value'], value: 4 }],
    });
  });

  test('the first steps end what said that there are none', () => {
    const made = actOnSteps(
      { steps: [], value: { procedure: { none: '没有', note: '略' } }, path: ['procedure', 'steps'] },
      {
        kind: 'begin',
        news: [
          { id: 'a', name: '受理', kind: 'accept' },
          { id: 'b', name: '决定', kind: 'decide' },
        ],
      },
    );
    expect(made).toMatchObject({
      edits: [
        {
          path: ['procedure'],
          value: { note: '略', steps: [{ id: 'a' }, { id: 'b', after: ['a'] }] },
        },
      ],
    });
  });

  test('no row of acts makes a circle, names what is not there or gives an identifier twice', () => {
    const ids = ['accept', 'papers', 'site', 'decide', 'n0', 'n1', 'n2', 'n3'];
    const id = fc.constantFrom(...ids);
    const act = fc.oneof(
      fc.record({
        kind: fc.constant('add' as const),
        where: fc.constantFrom('after' as const, 'before' as const, 'beside' as const),
        step: id,
        added: fc.record({
          id,
          name: fc.constant('新'),
          kind: fc.constantFrom('review' as const, 'hearing' as const),
        }),
      }),
      fc.record({ kind: fc.constant('remove' as const), step: id }),
      fc.record({ kind: fc.constantFrom('connect' as const, 'disconnect' as const), from: id, to: id }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (acts) => {
        let value = { procedure: { steps: base } } as unknown as Plain;
        for (const one of acts) {
          const steps = (valueAt(value, ['procedure', 'steps']) ?? []) as Draft<Step>[];
          const made = actOnSteps({ steps, value, path: ['procedure', 'steps'] }, one);
          if (made.kind === 'edits') value = applied(value, made.edits);
          const { cycles, unknown, duplicates } = stepGraph(
            valueAt(value, ['procedure', 'steps']) as Draft<Step>[],
          );
          expect({ cycles, unknown, duplicates }).toEqual({ cycles: [], unknown: [], duplicates: [] });
        }
      }),
    );
  });
});

describe('acts of a layer', () => {
  const layer = (value: Plain): StepsSubject => ({
    steps: base,
    value,
    path: ['overlay', 'procedure', 'steps'],
    inherited: base,
  });

  test.each<[string, Plain, StepAct, object[]]>([
    [
      'says only what it says differently',
      { overlay: {} },
      { kind: 'days', step: 'site', days: days(2) },
      [{ kind: 'insert', path: ['overlay', 'procedure', 'steps', 0], value: { id: 'site', days: days(2) } }],
    ],
    [
      'says no more what stands above anyway, and keeps no empty hull',
      { overlay: { procedure: { steps: [{ id: 'site', days: days(2) }] }, service: { hours: '9:00' } } },
      { kind: 'days', step: 'site', days: days(3) },
      [{ kind: 'remove', path: ['overlay', 'procedure'] }],
    ],
    [
      'takes a step out by saying so, and rewrites what waited for it',
      { overlay: {} },
      { kind: 'remove', step: 'papers' },
      [
        { path: ['overlay', 'procedure', 'steps', 0], value: { id: 'decide', after: ['accept', 'site'] } },
        { path: ['overlay', 'procedure', 'steps', 1], value: { id: 'papers', $remove: true } },
      ],
    ],
  ])('%s', (_, value, act, edits) =>
    expect(actOnSteps(layer(value), act)).toMatchObject({ kind: 'edits', edits }),
  );

  test.each<[StepAct, RegExp]>([
    [{ kind: 'rename', step: 'site', name: '现场' }, /名称和类型由上级规定/],
    [{ kind: 'retype', step: 'site', to: 'hearing' }, /名称和类型由上级规定/],
    [{ kind: 'add', where: 'after', step: 'site', added }, /本级不能增加环节/],
    [{ kind: 'begin', news: [added] }, /本级不能增加环节/],
  ])('refuses %o with the reason', (act, words) => {
    const made = actOnSteps(layer({ overlay: {} }), act);
    expect(made.kind === 'refused' && made.words.zh).toMatch(words);
  });
});
