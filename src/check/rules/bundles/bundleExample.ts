import type { Bundle } from '../../../model/bundle.ts';
import type { Draft, Item } from '../../../model/item.ts';
import type { CatalogueExample } from '../rule.ts';

/** Days of a member, and what its item says beside. */
type Change = Draft<Item>;

const day = (value: number) => ({ value, unit: 'working-days' as const });

/** Where the bundle of an example stands. */
export const bundleFile = 'bundles/x.yaml';

/**
 * A bundle of two items, `a` of 10 days and `b` of 5, each with an application, offered where both are adopted;
 * with the changes of the example.
 */
export function bundleExample(
  name: string,
  bundle: Draft<Bundle>,
  items: { a?: Change; b?: Change } = {},
): Pick<CatalogueExample, 'name' | 'items' | 'files' | 'file'> {
  return {
    name,
    items: [
      { ...item('a', 'urban-management', 10), ...items.a },
      { ...item('b', 'natural-resources', 5), ...items.b },
    ],
    files: {
      '511500/adopt.yaml': { division: '511500', items: [{ id: 'a' }, { id: 'b' }] },
      [bundleFile]: {
        id: 'x',
        name: '一件事',
        divisions: ['511500'],
        lead: { department: 'urban-management' },
        members: [
          { id: 'first', item: 'a' },
          { id: 'second', item: 'b' },
        ],
        limits: { promised: day(10) },
        ...bundle,
      },
    },
    file: bundleFile,
  };
}

function item(id: string, department: string, days: number): Draft<Item> {
  return {
    id,
    basics: { name: id === 'a' ? '甲许可' : '乙许可' },
    authority: { decides: { department } },
    materials: { list: [{ id: 'application', name: `${id}申请表` }] },
    procedure: {
      steps: [
        { id: 'accept', kind: 'accept', days: day(1) },
        { id: 'review', kind: 'review', after: ['accept'], days: day(days - 2) },
        { id: 'decide', kind: 'decide', after: ['review'], days: day(1) },
      ],
    },
    limits: { promised: day(days) },
    annualInspection: { none: '没有年检' },
  };
}

/** Where `pipes` stands in a mutation. */
export const pipesFile = 'bundles/lay-pipes.yaml';

/** A bundle of the two items of `tests/fixtures/valid` in which no rule finds anything, for mutations, with their changes. */
export function pipes(change: Partial<Bundle> = {}): Bundle {
  return {
    id: 'lay-pipes',
    name: '埋设管线',
    divisions: ['511500'],
    lead: { department: 'urban-management' },
    acceptance: { text: '一个窗口收件，当日分送两个机关。' },
    seal: { none: '各机关用自己的印章。' },
    members: [
      { id: 'planning', item: 'construction-planning-permit' },
      { id: 'digging', item: 'urban-road-excavation-permit', after: ['planning'] },
    ],
    shared: [
      {
        id: 'application',
        name: '埋管挖路申请表',
        materials: [
          { member: 'planning', material: 'application' },
          { member: 'digging', material: 'application' },
        ],
      },
    ],
    excluded: [{ id: 'water', name: '用水报装', reason: '由供水企业办理，不是行政许可。' }],
    limits: { promised: day(18), statutory: day(45) },
    delivery: { way: 'together' },
    annualInspection: { none: '没有年检。' },
    ...change,
  };
}
