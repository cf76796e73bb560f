import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CatalogueChange, ChangePlan, DraftView, Problem } from '../../../api/index.ts';
import { openTestStudio, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

// Each plan is checked with the whole catalogue, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const base = '000000/food-business-licence.yaml';
const city = '511500/food-business-licence.yaml';
const county = '511502/food-business-licence.yaml';

let studio: TestStudio;
let drafter: Client;
let reviewer: Client;
beforeAll(async () => {
  studio = await openTestStudio();
  [drafter, reviewer] = await Promise.all([studio.signIn('drafter'), studio.signIn('reviewer')]);
});
afterAll(() => studio.close());

const preview = async (change: CatalogueChange) =>
  (await drafter.ask<ChangePlan>('POST', '/api/changes/preview', { payload: change })).body;
const make = (change: CatalogueChange, oid: string, operation = ulid(), who = drafter) =>
  who.ask<DraftView & Problem>('POST', '/api/changes', {
    payload: { change, title: '统一修改', oid },
    headers: { 'x-operation-id': operation },
  });
const outcomes = ({ entries }: ChangePlan) => entries.map(({ file, outcome }) => [file, outcome.kind]);

test('a field of many files is one draft of one commit, made once, as the plan said', async () => {
  const change: CatalogueChange = {
    kind: 'set',
    files: [city, county, '511502/no-such.yaml'],
    path: ['service', 'hours'],
    value: '工作日 8:00-18:00',
  };
  const plan = await preview(change);
  expect(outcomes(plan)).toEqual([
    [city, 'set'],
    [county, 'set'],
    ['511502/no-such.yaml', 'refused'],
  ]);
  expect(plan.entries[1]!.outcome).toMatchObject({ before: expect.stringContaining('工作日') });
  expect(plan.blockCount).toBe(0);
  const operation = ulid();
  const { status, body } = await make(change, plan.oid, operation);
  expect(status).toBe(201);
  expect(body.acts.map(({ kind }) => kind)).toEqual(['create', 'edit']);
  expect(body.files.toSorted()).toEqual([city, county]);
  for (const { text, baseText } of body.contents) {
    expect(text).toContain('工作日 8:00-18:00');
    // No more lines than the field has are others.
    const lines = new Set(baseText?.split('\n'));
    expect(text.split('\n').filter((line) => !lines.has(line))).toHaveLength(1);
  }
  expect((await make(change, plan.oid, operation)).body.id).toBe(body.id);
  expect(
    (await make(change, plan.oid, operation, await studio.signIn('administrator'))).status,
  ).toBeGreaterThan(400);
});

test('what would keep the draft from being submitted is told before it is made', async () => {
  const plan = await preview({
    kind: 'set',
    files: [county],
    path: ['limits', 'promised', 'value'],
    value: 300,
  });
  expect(plan.blockCount).toBeGreaterThan(0);
  expect(plan.blocks[0]).toMatchObject({ file: county, severity: 'error' });
});

test('an id changes in its base, its layers and all that names it, or not at all', async () => {
  const change: CatalogueChange = { kind: 'rename', file: base, to: 'food-licence', reason: '统一叫法' };
  const plan = await preview(change);
  expect(plan.entries[0]).toMatchObject({
    file: base,
    outcome: { kind: 'renamed', to: '000000/food-licence.yaml' },
  });
  expect(outcomes(plan)).toEqual(
    expect.arrayContaining([
      [county, 'renamed'],
      ['511502/adopt.yaml', 'reworded'],
    ]),
  );
  expect(plan.blocks).toEqual([]);
  const { body } = await make(change, plan.oid);
  const { reason } = change;
  expect(body.acts.filter(({ kind }) => kind === 'rename')).toContainEqual(
    expect.objectContaining({ file: base, to: '000000/food-licence.yaml', text: reason }),
  );
  const files = await studio.store.readCatalogue(body.tip);
  const named = [...files].filter(([path, bytes]) => {
    const isOf = /^(id|item|\s*- id): food-business-licence$/m.test(new TextDecoder().decode(bytes));
    return isOf || path.endsWith('/food-business-licence.yaml');
  });
  expect(named.map(([path]) => path)).toEqual([]);
  const taken = await preview({ ...change, to: 'forest-felling-licence' });
  expect(outcomes(taken)).toEqual([[base, 'refused']]);
  expect((await make({ ...change, to: 'forest-felling-licence' }, taken.oid)).status).toBe(422);
  expect(outcomes(await preview({ ...change, file: county }))).toEqual([[county, 'refused']]);
});

test('a removal says what goes on referring to the file', async () => {
  const plan = await preview({ kind: 'remove', file: base, reason: '取消' });
  expect(outcomes(plan)[0]).toEqual([base, 'removed']);
  expect(outcomes(plan)).toContainEqual([county, 'refers']);
  expect(plan.blockCount).toBeGreaterThan(0);
});

test('a plan of another main, of nobody who drafts, or malformed is not made', async () => {
  const change: CatalogueChange = { kind: 'remove', file: county, reason: '取消' };
  expect((await make(change, '0'.repeat(40))).status).toBe(409);
  const plan = await preview(change);
  expect((await make(change, plan.oid, ulid(), reviewer)).status).toBe(403);
  const asked = (payload: object) => drafter.ask('POST', '/api/changes/preview', { payload });
  expect((await asked({ ...change, more: 1 })).status).toBe(400);
  expect((await asked({ kind: 'rename', file: base, to: '../up', reason: 'x' })).status).toBe(400);
  const bare = await drafter.ask('POST', '/api/changes', { payload: { change, title: 'x', oid: plan.oid } });
  expect(bare.status).toBe(428);
});
