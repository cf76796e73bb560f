import { describe, expect, it, test } from 'vitest';
import type { Bundle } from '../../model/bundle.ts';
import type { Draft, Item } from '../../model/item.ts';
import { readBundleAnswers, reckonBundle } from './reckonBundle.ts';

const days = (value: number) => ({ value, unit: 'working-days' as const });

/** An item of so many days with an application, what else it asks for, and the usual steps around a review. */
function item(promised: number, ...materials: Draft<NonNullable<Item['materials']['list']>>): Draft<Item> {
  return {
    limits: { promised: days(promised) },
    materials: {
      list: [{ id: 'application', name: '申请表', form: 'form', need: 'required' }, ...materials],
    },
    procedure: {
      steps: [
        { id: 'accept', kind: 'accept', days: days(1) },
        { id: 'review', kind: 'review', after: ['accept'], days: days(promised - 1) },
        { id: 'decide', kind: 'decide', after: ['review'], days: days(1) },
        { id: 'deliver', kind: 'deliver', after: ['decide'], days: days(1) },
      ],
    },
    service: { visits: 1 },
  };
}

const licence = { id: 'licence', name: '营业执照', need: 'required' as const };
const items = new Map<string, Draft<Item>>([
  ['planning', item(10, licence)],
  ['building', item(5, { id: 'plan', name: '规划许可证', need: 'required', resultOf: 'planning' })],
  ['drains', item(8, licence)],
]);
const bundle: Draft<Bundle> = {
  members: [
    { id: 'p', item: 'planning' },
    { id: 'b', item: 'building' },
    { id: 'd', item: 'drains' },
  ],
  delivery: { way: 'together' },
};
const reckoned = (change: Draft<Bundle> = {}, answers = {}) =>
  reckonBundle({ ...bundle, ...change }, items, answers);

describe('the joint limit', () => {
  it('is that of the longest chain of members', () => {
    const { limit, edges } = reckoned();
    expect(edges).toEqual([{ before: 'p', after: 'b', material: 'plan' }]);
    expect(limit.together).toMatchObject({ kind: 'path', ids: ['p', 'b'], days: 15 });
    expect(limit.apart).toMatchObject({ days: 23, unit: 'working-days', converted: [], undated: [] });
    expect(limit.saved).toBe(8);
  });

  it('is shorter where a result is not waited for, and says how that is done', () => {
    const members = bundle.members!.map((member) =>
      member.id === 'b'
        ? { ...member, parallel: [{ material: 'plan', way: 'commitment' as const }] }
        : member,
    );
    const { limit, parallel } = reckoned({ members });
    expect(limit.together).toMatchObject({ ids: ['p'], days: 10 });
    expect(parallel).toEqual([{ member: 'b', material: 'plan', from: 'p', way: 'commitment' }]);
  });

  it('is shorter by what a member grants within the bundle, and the sum is not', () => {
    const members = bundle.members!.map((member) => ({ ...member, limit: days(6) }));
    const { limit } = reckoned({ members });
    // The third waits for nobody, the second is faster than what is granted.
    expect(limit.together).toMatchObject({ days: 6 + 5 });
    expect(limit.apart.days).toBe(23);
  });

  it('names the members whose unit was converted', () => {
    const other = new Map(items).set('drains', {
      ...item(8),
      limits: { promised: { value: 30, unit: 'calendar-days' } },
    });
    const { limit } = reckonBundle(bundle, other, {});
    expect(limit.together).toMatchObject({ ids: ['d'], days: 22, converted: ['d'] });
    expect(limit.apart).toMatchObject({ days: 37, converted: ['d'] });
  });

  it('is none where members wait for each other', () => {
    const { limit } = reckoned({
      members: bundle.members!.map((m) => (m.id === 'p' ? { ...m, after: ['b'] } : m)),
    });
    expect(limit.together).toEqual({ kind: 'cycle', ids: ['b', 'p'] });
    expect(limit.saved).toBeUndefined();
  });

  it('passes over a member that the answers rule out', () => {
    const change: Draft<Bundle> = {
      questions: [{ id: 'drains', kind: 'choice', options: [{ id: 'have' }, { id: 'none' }] }],
      members: [
        { id: 'p', item: 'planning' },
        { id: 'd', item: 'drains', after: ['p'], when: { drains: ['have'] } },
        { id: 'b', item: 'building', after: ['d'] },
      ],
    };
    expect(reckoned(change).limit.together).toMatchObject({ ids: ['p', 'd', 'b'], days: 23 });
    expect(reckoned(change).remaining.map(({ id }) => id)).toEqual(['drains']);
    const { limit, ruledOut, remaining } = reckoned(change, { drains: 'none' });
    expect(limit.together).toMatchObject({ ids: ['p', 'b'], days: 15 });
    expect(ruledOut).toEqual(['d']);
    expect(remaining).toEqual([]);
  });
});

describe('the steps', () => {
  const joint: Draft<Bundle> = {
    joint: [
      {
        id: 'look',
        name: '联合踏勘',
        steps: [
          { member: 'p', step: 'review' },
          { member: 'd', step: 'review' },
        ],
        days: days(4),
      },
    ],
  };

  it('are accepted once, merged where they are joint, and delivered once', () => {
    const { steps } = reckoned(joint).steps;
    expect(steps.map(({ id }) => id)).toEqual([
      'accept',
      'joint/look',
      'p/decide',
      'deliver',
      'b/review',
      'b/decide',
      'd/decide',
    ]);
    // The joint look takes 4, each decision 1, and building follows planning's with 4 and 1.
    expect(reckoned(joint).steps.path).toMatchObject({ kind: 'path', days: 4 + 1 + 4 + 1 });
    expect(steps.find(({ id }) => id === 'b/review')?.after).toEqual(['accept', 'p/decide']);
  });

  it('are delivered each as it is ready where the bundle says so', () => {
    const { steps } = reckoned({ ...joint, delivery: { way: 'each' } }).steps;
    expect(steps.filter(({ id }) => id?.includes('deliver')).map(({ id }) => id)).toEqual([
      'p/deliver',
      'b/deliver',
      'd/deliver',
    ]);
  });

  it('go round in a circle where one member is both waited for and joint with the other', () => {
    const circle = {
      joint: [
        {
          ...joint.joint![0]!,
          steps: [
            { member: 'p', step: 'review' },
            { member: 'b', step: 'review' },
          ],
        },
      ],
    };
    expect(reckoned(circle).steps.path.kind).toBe('cycle');
  });
});

describe('materials', () => {
  const shared: Draft<Bundle> = {
    shared: [
      {
        id: 'licence',
        name: '营业执照',
        materials: [
          { member: 'p', material: 'licence' },
          { member: 'd', material: 'licence' },
        ],
      },
    ],
  };

  it('that are one are asked once, and the result of a member not at all', () => {
    const { materials } = reckoned(shared);
    expect(materials.apart).toEqual({ least: 6, most: 6 });
    // Three applications and one licence; the planning permit stays inside.
    expect(materials.together).toEqual({ least: 4, most: 4 });
    expect(materials.list.find(({ inside }) => inside !== undefined)).toMatchObject({
      inside: 'p',
      of: [{ member: 'b' }],
    });
    expect(materials.forms).toEqual({ apart: { least: 3, most: 3 }, together: { least: 3, most: 3 } });
  });

  it('that look like one are proposed, once', () => {
    expect(reckoned().proposals.map(({ name }) => name)).toEqual(['申请表', '营业执照']);
    expect(reckoned(shared).proposals.map(({ name }) => name)).toEqual(['申请表']);
  });

  it('count by need and sharing, and by what the answers leave open', () => {
    const some = new Map(items).set('drains', {
      ...item(
        8,
        { ...licence, sharing: true },
        { id: 'report', name: '检测报告', need: 'required', when: { key: ['yes'] } },
      ),
      questions: [{ id: 'key', kind: 'choice', options: [{ id: 'yes' }, { id: 'no' }] }],
    });
    const { materials, open } = reckonBundle(bundle, some, {});
    expect(materials.handIn.apart).toEqual({ least: 5, most: 6 });
    expect(open.map(({ member, question }) => `${member}/${question.id}`)).toEqual(['d/key']);
    expect(reckonBundle(bundle, some, { 'd/key': 'no' }).materials.handIn.apart).toEqual({
      least: 5,
      most: 5,
    });
  });
});

describe('answers', () => {
  const asking = new Map(items).set('drains', {
    ...item(8),
    variants: [{ id: 'new' }, { id: 'renewal' }],
    limits: { promised: days(8), cases: [{ id: 'r', when: { variant: ['renewal'] }, promised: days(2) }] },
    questions: [
      { id: 'kind', kind: 'choice', options: [{ id: 'catering' }, { id: 'industry' }] },
      { id: 'volume', kind: 'number' },
    ],
  });
  const questions: Draft<Bundle>['questions'] = [
    {
      id: 'what',
      kind: 'choice',
      options: [{ id: 'food', answers: [{ member: 'd', question: 'kind', option: 'catering' }] }],
    },
    { id: 'much', kind: 'number', same: [{ member: 'd', question: 'volume' }] },
  ];
  const answersOf = (change: Draft<Bundle>, written: Record<string, string>) => {
    const whole = { ...bundle, ...change };
    const { members } = reckonBundle(whole, asking, readBundleAnswers(whole, asking, written));
    return members.find(({ id }) => id === 'd')?.case.answers;
  };

  it('of the bundle are those of its members', () => {
    expect(answersOf({ questions }, { what: 'food', much: '12.5' })).toEqual({
      kind: 'catering',
      volume: 12.5,
    });
  });

  it('that hold in the bundle go before those given, and the variant is one', () => {
    const members = [
      ...bundle.members!.slice(0, 2),
      {
        id: 'd',
        item: 'drains',
        variant: 'renewal',
        answers: [
          { question: 'kind', option: 'industry' },
          { question: 'volume', number: 3 },
        ],
      },
    ];
    expect(answersOf({ questions, members }, { what: 'food', 'd/volume': '7' })).toEqual({
      kind: 'industry',
      volume: 3,
      variant: 'renewal',
    });
    const { limit } = reckonBundle({ ...bundle, members }, asking, {});
    expect(limit.apart.days).toBe(10 + 5 + 2);
  });

  it('that nobody asks for are refused', () => {
    expect(reckoned({}, { nothing: 'x' }).problems).toMatchObject([
      { kind: 'unknown-question', question: 'nothing' },
    ]);
  });
});

test('visits are those of the member that asks most, or what the bundle says', () => {
  expect(reckoned().visits).toEqual({ apart: 3, together: 1, unstated: [] });
  expect(reckoned({ acceptance: { visits: 0 } }).visits.together).toBe(0);
});

test('a member without an item, or without an id, is left out and told', () => {
  const members = [...bundle.members!, { id: 'x', item: 'nowhere' }, { item: 'planning' }];
  expect(reckoned({ members }).missing).toEqual(['x']);
  expect(reckoned({ members }).members).toHaveLength(3);
  expect(reckonBundle({}, items, {}).limit.apart.days).toBe(0);
});
