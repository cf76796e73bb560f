import { ulid } from 'ulid';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { CatalogueChange, ChangePlan, DraftView, Problem, ReviewView } from '../../../api/index.ts';
import type { Catalogue } from '../../../catalogue/index.ts';
import { catalogueOf } from '../catalogue/catalogueOf.ts';
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
/** The guides of the item that hangs on `base`, by division. */
const guides = (catalogue: Catalogue) =>
  catalogue.guides
    .filter(({ id }) => id === 'food-business-licence')
    .map(({ division, item }) => [division, item]);
const write = (tip: string) => ({ 'if-match': `"${tip}"`, 'x-operation-id': ulid() });
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
  // From a layer of it, the item is the same.
  expect(outcomes(await preview({ ...change, file: county }))).toEqual(outcomes(plan));
});

test('an element of a draft changes its id on all levels, in bundles and under its threads, at once or not at all', async () => {
  const draft = (await drafter.ask<DraftView>('POST', '/api/drafts', { payload: { file: base } })).body;
  const at = { file: base, path: ['procedure', 'steps', 0, 'id'] };
  const said = await drafter.ask<DraftView>('POST', `/api/drafts/${draft.id}/acts`, {
    payload: { kind: 'comment', text: '这一环节由谁来办？', file: base, path: at.path.slice(0, 3) },
    headers: write(draft.tip),
  });
  const change = { kind: 'rename', ...at, to: 'take-in', reason: '统一叫法' };
  const look = await drafter.ask<ChangePlan>('POST', `/api/drafts/${draft.id}/changes/preview`, {
    payload: change,
  });
  expect(look.body).toMatchObject({ threads: 1, blocks: [] });
  expect(outcomes(look.body)).toContainEqual([base, 'reworded']);
  const make = (tip: string, to = 'take-in') =>
    drafter.ask<DraftView & Problem>('POST', `/api/drafts/${draft.id}/changes`, {
      payload: { ...change, to },
      headers: write(tip),
    });
  expect((await make(draft.tip)).status).toBe(409);
  const { status, body } = await make(said.body.tip);
  expect(status).toBe(200);
  expect(body.threads.map(({ path }) => path)).toEqual([['procedure', 'steps', 'take-in']]);
  expect(body.acts.map(({ kind }) => kind)).toEqual(['create', 'comment', 'edit']);
  expect(body.files.toSorted()).toEqual(look.body.entries.map(({ file }) => file).toSorted());
  expect(body.contents.find(({ path }) => path === base)?.text).toContain('- id: take-in');
  const taken = await make(body.tip, 'decide');
  expect([taken.status, taken.body.messageEn]).toEqual([
    422,
    expect.stringContaining('has "decide" already'),
  ]);
});

test('what refers to a file that a draft renamed follows it by one request', async () => {
  const begun = (await drafter.ask<DraftView>('POST', '/api/drafts', { payload: { file: base } })).body;
  const renamed = await drafter.ask<DraftView>('POST', `/api/drafts/${begun.id}/acts`, {
    payload: { kind: 'rename', file: base, to: '000000/food-licence.yaml', reason: '统一叫法' },
    headers: write(begun.tip),
  });
  const { body } = await drafter.ask<DraftView>('POST', `/api/drafts/${begun.id}/changes`, {
    payload: { kind: 'follow', reason: '随改名一并改' },
    headers: write(renamed.body.tip),
  });
  expect(body.files).toContain('511502/adopt.yaml');
  const review = await drafter.ask<ReviewView>('GET', `/api/drafts/${begun.id}/review`);
  expect(review.body.referrers).toEqual([]);
});

test('a division that adopts an item gets its line, with what it says itself in the same commit', async () => {
  const change: CatalogueChange = {
    kind: 'adopt',
    item: 'forest-felling-licence',
    division: '510703',
    line: true,
    text: 'id: forest-felling-licence\noverlay: {}\n',
  };
  const plan = await preview(change);
  expect(outcomes(plan)).toEqual([
    ['510703/forest-felling-licence.yaml', 'added'],
    ['510703/adopt.yaml', 'adopted'],
  ]);
  const { body } = await make(change, plan.oid);
  expect(body.acts.map(({ kind }) => kind)).toEqual(['create', 'edit']);
  const text = body.contents.find(({ path }) => path === '510703/adopt.yaml');
  expect(text?.text).toBe('division: 510703\nitems:\n  - id: forest-felling-licence\n');
  expect(
    outcomes(await preview({ kind: 'adopt', item: 'food-business-licence', division: '511502', line: true })),
  ).toEqual([['511502/adopt.yaml', 'refused']]);
});

test('a removal says what goes on referring to the file', async () => {
  const plan = await preview({ kind: 'remove', file: base, reason: '取消' });
  expect(outcomes(plan)[0]).toEqual([base, 'removed']);
  expect(outcomes(plan)).toContainEqual([county, 'refers']);
  expect(plan.blockCount).toBeGreaterThan(0);
});

test('what hangs on a base goes with it, or stands by itself', async () => {
  const change = { kind: 'remove', file: base, reason: '取消' } as const;
  const gone = await preview({ ...change, hanging: 'remove' });
  expect(outcomes(gone)).toEqual(
    expect.arrayContaining([
      [base, 'removed'],
      [county, 'removed'],
      ['511502/adopt.yaml', 'unadopted'],
    ]),
  );
  expect(gone.entries.filter(({ outcome }) => outcome.kind === 'refers' && outcome.hangs)).toEqual([]);
  const alone = await preview({ ...change, hanging: 'detach' });
  expect(outcomes(alone)).toContainEqual(['510000/food-business-licence.yaml', 'detached']);
  // What is below rests on the province's now.
  expect(outcomes(alone).filter(([file]) => file === city || file === county)).toEqual([]);
  const before = catalogueOf(await studio.store.readCatalogue(alone.oid));
  const { body } = await make({ ...change, hanging: 'detach' }, alone.oid);
  const after = catalogueOf(await studio.store.readCatalogue(body.tip));
  expect(guides(after)).toEqual(guides(before));
  expect(guides(after).length).toBeGreaterThan(1);
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
