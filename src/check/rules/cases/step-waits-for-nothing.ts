import { caseWhere, caseWords } from '../../../procedure/index.ts';
import type { Draft, Item, Step } from '../../../model/item.ts';
import type { Finding, ItemRule } from '../rule.ts';
import { spaceOf } from './spaceOf.ts';
import { whenOf } from './whenOf.ts';

const questions: Draft<Item>['questions'] = [
  { id: 'way', text: '怎么办？', kind: 'choice', options: [{ id: 'online', text: '网上' }, { id: 'window', text: '窗口' }] }, // prettier-ignore
];

export const stepWaitsForNothing: ItemRule = {
  id: 'step-waits-for-nothing',
  family: 'cases',
  scope: 'item',
  severity: 'warning',
  title: {
    zh: '环节在每种情形都有前置环节',
    en: 'A step that waits has something to wait for in every case',
  },
  why: {
    zh: '前置环节在某种情形都不办，这个环节就成了起点，排到受理之前去了。前置环节写人人都经过的那一个，如受理；或给这个环节加上同样的适用情形。',
    en: 'Where all that a step waits for is left out in some case, it begins by itself, before acceptance. Let it also wait for a step that everybody passes, or give it the same "when".',
  },
  cites: [{ law: 'administrative-licensing-law', article: 30, paragraph: 1 }],
  good: [
    {
      name: 'past a step that is left out it waits for the one before',
      item: {
        questions,
        procedure: {
          steps: [
            { id: 'accept' },
            { id: 'site', after: ['accept'], when: { way: ['window'] } },
            { id: 'decide', after: ['site'] },
          ],
        },
      },
    },
    {
      name: 'left out together with what it waits for',
      item: {
        questions,
        procedure: {
          steps: [
            { id: 'site', when: { way: ['window'] } },
            { id: 'report', after: ['site'], when: { way: ['window'] } },
          ],
        },
      },
    },
    { name: 'a step that does not exist yet', item: { procedure: { steps: [{ id: 'a', after: ['b'] }] } } },
  ],
  bad: [
    {
      name: 'accepted only at the window',
      item: {
        questions,
        procedure: {
          steps: [
            { id: 'accept', name: '受理', when: { way: ['window'] } },
            { id: 'decide', name: '决定', after: ['accept'] },
          ],
        },
      },
      at: ['procedure', 'steps', 1, 'after'],
    },
  ],
  mutations: [
    {
      name: 'accepted only where traffic is closed',
      edits: [{ kind: 'set', path: ['procedure', 'steps', 0, 'when'], value: { traffic: ['yes'] } }],
    },
  ],
  check(item) {
    const steps = item.procedure?.steps ?? [];
    if (!steps.some(({ when }) => when !== undefined)) return [];
    const byId = new Map(steps.map((step) => [step.id, step]));
    const space = spaceOf(item);
    const found = steps.flatMap((step, i): Finding[] => {
      const before = conditionalBefore(step, byId);
      if (before === undefined) return [];
      const found = caseWhere(space, { all: [step.when], none: before.map(whenOf) });
      if (found.kind !== 'case') return [];
      const words = caseWords(item, found.answers);
      const name = step.name ?? step.id ?? '';
      const names = before.map((one) => `“${one.name ?? one.id ?? ''}”`).join('、');
      return [
        {
          path: ['procedure', 'steps', i, 'after'],
          message: {
            zh: `${words}的，不办${names}，“${name}”没有前置环节，成了起点。请改为在人人都经过的环节之后，或加上同样的适用情形。`,
            en: `Who answers ${words} skips all that "${name}" waits for, so that it begins by itself. Let it wait for a step that everybody passes, or give it the same "when".`,
          },
        },
      ];
    });
    // One step that is left out may leave many without anything to wait for: the first tells it.
    return found.slice(0, 1);
  },
};

/** All steps before `step`, near and far; `undefined` where it waits for none, or one of them is in every case. */
function conditionalBefore(
  step: Draft<Step>,
  byId: ReadonlyMap<string | undefined, Draft<Step>>,
): Draft<Step>[] | undefined {
  const found = new Set<Draft<Step>>();
  const todo = [...(step.after ?? [])];
  while (todo.length > 0) {
    const before = byId.get(todo.pop());
    if (before === undefined || before === step || before.when === undefined) return undefined;
    if (found.has(before)) continue;
    found.add(before);
    todo.push(...(before.after ?? []));
  }
  return found.size === 0 ? undefined : [...found];
}
