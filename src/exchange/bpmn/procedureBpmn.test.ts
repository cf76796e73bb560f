import { Engine, type BpmnEngineOptions } from 'bpmn-engine';
import { EventEmitter } from 'node:events';
import { beforeAll, describe, expect, test } from 'vitest';
import { sampleCatalogue } from '../../../tests/sampleCatalogue.ts';
import { payloads } from '../../../tests/security/payloads.ts';
import { shapeOfXml } from '../../../tests/security/shapeOfXml.ts';
import type { Draft, Step } from '../../model/item.ts';
import { allCases, type Answers } from '../../procedure/index.ts';
import { openItem, type OpenItem } from '../open/openItem.ts';
import { procedureBpmn } from './procedureBpmn.ts';
import { whenExpression } from './whenExpression.ts';

let guides: OpenItem[];
beforeAll(async () => {
  const { guides: effective, lookups } = await sampleCatalogue();
  guides = effective.map((guide) => openItem(guide, lookups));
});

/** The engine knows paths only; the conditions are the part that EL and JavaScript share. */
const expressions = {
  resolveExpression(text: string, scope: { environment?: { variables: Record<string, unknown> } }): unknown {
    const inside = /^\$\{(.*)\}$/s.exec(text)?.[1];
    if (inside === undefined) return text;
    const { answers, outcome } = scope.environment?.variables ?? {};
    return Function('answers', 'outcome', `'use strict'; return (${inside});`)(answers, outcome);
  },
};

/** Steps that the engine visits and the ends that it reaches. */
async function run(
  source: string,
  answers: Answers,
  outcome: 'granted' | 'refused',
): Promise<{ steps: string[]; ends: string[] }> {
  const listener = new EventEmitter();
  const [steps, ends]: string[][] = [[], []];
  listener.on('activity.wait', (task: { id: string; signal(): void }) => {
    steps!.push(task.id.slice('step-'.length));
    task.signal();
  });
  listener.on('activity.end', ({ id, type }: { id: string; type: string }) => {
    if (type === 'bpmn:EndEvent' && !id.startsWith('end-')) ends!.push(id);
  });
  const options = {
    source,
    expressions,
    variables: { answers, outcome },
    listener,
  } as unknown as BpmnEngineOptions;
  const engine = new Engine(options);
  await new Promise<void>((resolve, reject) => {
    engine.once('end', () => resolve());
    engine.once('error', reject);
    engine.execute().catch(reject);
  });
  return { steps: steps!, ends: ends! };
}

/** Steps in an order that keeps what each waits for: as far as that, order is the engine's. */
function inOrder(steps: readonly Draft<Step>[], visited: readonly string[]): boolean {
  return steps.every(({ id, after = [] }) =>
    after.every((before) => !visited.includes(before) || visited.indexOf(before) < visited.indexOf(id ?? '')),
  );
}

/** What of a document decides how it runs: not its names, its words and its drawing. */
function runningPart(source: string): string {
  return source
    .slice(source.indexOf('<process'), source.indexOf('<bpmndi:BPMNDiagram'))
    .replaceAll(
      /<documentation>[^<]*<\/documentation>|<lane.*?<\/laneSet>|<guicheng:[^>]*>| name="[^"]*"/gs,
      '',
    );
}

test('an engine runs every case of every procedure to its end, through the steps of the case', async () => {
  // Guides share procedures, and cases the answers that the conditions ask for: equal runs are run once.
  const runs = new Map<string, ReturnType<typeof run>>();
  let cases = 0;
  for (const open of guides) {
    const source = procedureBpmn(open);
    const process = runningPart(source);
    for (const one of allCases(open.item).cases) {
      cases++;
      const asked = Object.entries(one.answers).filter(([id]) =>
        process.includes(`answers[&#39;${id}&#39;]`),
      );
      const key = `${process} ${JSON.stringify(asked)}`;
      if (!runs.has(key)) runs.set(key, run(source, one.answers, 'granted'));
      const { steps, ends } = await runs.get(key)!;
      const wanted = one.steps.map(({ element }) => element);
      expect(steps.toSorted(), `${open.division}/${open.id}`).toEqual(wanted.map(({ id }) => id).sort());
      expect(inOrder(wanted, steps)).toBe(true);
      expect(ends).toEqual([source.includes('id="granted"') ? 'granted' : 'end']);
    }
  }
  expect(cases).toBeGreaterThan(1000);
  expect(runs.size).toBeGreaterThan(20);
}, 60_000);

const steps = (...list: Draft<Step>[]): OpenItem => ({
  ...guides[0]!,
  item: {
    questions: [
      { id: 'area', kind: 'number', text: '面积' },
      {
        id: 'kind',
        kind: 'choice',
        text: '种类',
        options: [
          { id: 'a', text: '甲' },
          { id: 'no', text: '乙' },
        ],
      },
    ],
    procedure: { steps: list },
  },
});

describe('a refusal', () => {
  test('ends at the decision, and what would follow is not done', async () => {
    const source = procedureBpmn(
      steps(
        { id: 'accept', kind: 'accept' },
        { id: 'decide', kind: 'decide', after: ['accept'] },
        { id: 'deliver', kind: 'deliver', after: ['decide'] },
      ),
    );
    expect(await run(source, {}, 'refused')).toEqual({ steps: ['accept', 'decide'], ends: ['refused'] });
    expect((await run(source, {}, 'granted')).ends).toEqual(['granted']);
  });

  test('is asked at the end where something goes on beside the decision', async () => {
    const source = procedureBpmn(
      steps({ id: 'decide', kind: 'decide' }, { id: 'tell', kind: 'public-notice' }),
    );
    const { steps: done, ends } = await run(source, {}, 'refused');
    expect([done.toSorted(), ends]).toEqual([['decide', 'tell'], ['refused']]);
  });
});

test('without steps it begins and ends', async () => {
  expect(await run(procedureBpmn(steps()), {}, 'granted')).toEqual({ steps: [], ends: ['end'] });
});

test('followers of a step that does not apply wait for what it waited for', async () => {
  const source = procedureBpmn(
    steps(
      { id: 'accept' },
      { id: 'site', after: ['accept'], when: { area: { above: 200 } } },
      { id: 'review', after: ['accept'] },
      { id: 'file', after: ['site', 'review', 'accept'], when: { kind: ['no'] } },
    ),
  );
  const visited = async (answers: Answers) => (await run(source, answers, 'granted')).steps;
  expect(await visited({ area: 200, kind: 'no' })).toEqual(['accept', 'review', 'file']);
  expect((await visited({ area: 201, kind: 'a' })).toSorted()).toEqual(['accept', 'review', 'site']);
});

test.each([
  [{ a: ['x'] }, "${answers['a'] == 'x'}"],
  [
    { a: ['x', 'no'], b: { min: 1, below: 5 } },
    "${(answers['a'] == 'x' || answers['a'] == 'no') && answers['b'] >= 1 && answers['b'] < 5}",
  ],
  [{ a: ["'+x+'"] }, "${answers['a'] == '__x__'}"],
  [{}, '${true}'],
])('the condition of %j', (when, expected) => {
  expect(whenExpression(when)).toBe(expected);
});

test('no box lies on another', () => {
  for (const open of guides) {
    const source = procedureBpmn(open);
    const bounds = [
      ...source.matchAll(
        /bpmnElement="([^"]+)"[^>]*>\s*<dc:Bounds x="([^"]+)" y="([^"]+)" width="([^"]+)" height="([^"]+)"/g,
      ),
    ].map(([, id, ...numbers]) => ({ id: id!, at: numbers.map(Number) as [number, number, number, number] }));
    /** The sub-process that a box is drawn in. */
    const insideOf = (id: string) => {
      const box = id.replace(/^(begin|if|step|end)-/, 'optional-');
      return bounds.some((one) => one.id === box) ? box : undefined;
    };
    const boxes = bounds.filter(({ id }) => id !== 'pool' && !id.startsWith('lane-'));
    for (const {
      id,
      at: [x, y, width, height],
    } of boxes)
      for (const other of boxes)
        if (other.id !== id && insideOf(other.id) !== id && insideOf(id) !== other.id) {
          const [left, top, wide, high] = other.at;
          const apart = x + width <= left || left + wide <= x || y + height <= top || top + high <= y;
          expect(apart, `${open.id}: ${id} and ${other.id}`).toBe(true);
        }
  }
});

test('what people write makes no element', () => {
  const made = (text: string) =>
    procedureBpmn(
      steps({
        id: 'a',
        name: text,
        output: text,
        actor: { post: text },
        examines: [{ id: 'p', text, standard: text }],
      }),
    );
  for (const payload of [...payloads, '\u0000\u0008\ud800 ]]>'])
    expect(shapeOfXml(made(payload))).toEqual(shapeOfXml(made('x')));
});
