import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { CatalogueView, DraftRow, DraftView, Problem, ReviewView, Saved } from '../../../api/index.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

const file = '511502/food-business-licence.yaml';
const other = '511502/forest-felling-licence.yaml';

// Each draft is checked with the whole catalogue, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let studio: TestStudio;
let [drafter, reviewer, legal, administrator]: Client[] = [];
let original: string;

beforeAll(async () => {
  original = await readFile(new URL(`../../../../items/${file}`, import.meta.url), 'utf8');
  // An error that stands before anybody drafts: a promise longer than the law allows.
  const base = new URL(`../../../../items/${other}`, import.meta.url);
  const broken = (await readFile(base, 'utf8')).replace(
    /^overlay:$/m,
    'overlay:\n  limits:\n    promised: {value: 300, unit: working-days}',
  );
  studio = await openTestStudio({ changes: new Map([[other, broken]]) });
  [drafter, reviewer, legal, administrator] = await Promise.all(
    (['drafter', 'reviewer', 'legal', 'administrator'] as const).map((user) => studio.signIn(user)),
  );
});
afterAll(() => studio.close());

const begin = (path = file) => studio.draft(drafter!, path);
const save = (draft: DraftView, text: string, tip = draft.tip) =>
  drafter!.write<Saved & Problem>('PUT', `/api/drafts/${draft.id}/files/${draft.files[0]}`, tip, text);
const read = async ({ id }: { id: string }) =>
  (await drafter!.ask<DraftView>('GET', `/api/drafts/${id}`)).body;
const act = async (client: Client | undefined, { id }: { id: string }, deed: object) =>
  client!.write<DraftView & Problem>('POST', `/api/drafts/${id}/acts`, (await read({ id })).tip, deed);
const promise = (days: number) => original.replace('promised: {value: 5}', `promised: {value: ${days}}`);
const hours = (from: string) => original.replace(/工作日 \d+:\d+/, `工作日 ${from}`);

describe('a draft', () => {
  test('begins with the text of main and the texts above it, highest first', async () => {
    const draft = await begin();
    expect(draft).toMatchObject({
      title: '食品经营许可',
      author: { name: '起草员' },
      state: { kind: 'editing' },
    });
    expect(draft.contents).toMatchObject([
      { path: file, text: original, baseText: original, division: '511502' },
    ]);
    expect(draft.contents[0]!.upper.map(({ path }) => path.slice(0, 6))).toEqual([
      '000000',
      '510000',
      '511500',
    ]);
  });

  test('keeps every byte that is saved, and moves its tip', async () => {
    const draft = await begin();
    const saved = await save(draft, promise(6));
    expect(saved.status).toBe(200);
    const now = await read(draft);
    expect(now.tip).toBe(saved.body.tip);
    expect(now.contents[0]!.text).toBe(promise(6));
    expect(now.contents[0]!.baseText).toBe(original);
    expect(now.acts.map(({ kind }) => kind)).toEqual(['create', 'edit']);
  });

  test('may be of a file that is not there yet', async () => {
    const draft = await begin('511502/soil-water-conservation-plan.yaml');
    expect(draft.contents[0]).toMatchObject({ text: '', division: '511502' });
    expect(draft.contents[0]).not.toHaveProperty('baseText');
  });

  test('stands in the list, newest first, and on its row of the catalogue', async () => {
    const first = await begin();
    const second = await begin();
    const { body: drafts } = await drafter!.ask<DraftRow[]>('GET', '/api/drafts');
    expect(drafts.slice(0, 2).map(({ id }) => id)).toEqual([second.id, first.id]);
    const { body: catalogue } = await drafter!.ask<CatalogueView>('GET', '/api/catalogue');
    const row = catalogue.rows.find((one) => one.file === file);
    expect(row?.drafts).toEqual(expect.arrayContaining([first.id, second.id]));
  });

  test('asked for twice under one operation is one', async () => {
    const headers = { 'x-operation-id': ulid() };
    const ask = () => drafter!.ask<DraftView>('POST', '/api/drafts', { payload: { file }, headers });
    const [first, again] = [await ask(), await ask()];
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
  });
});

describe('a save is refused', () => {
  test('when somebody saved before, with both texts kept', async () => {
    const draft = await begin();
    const first = await save(draft, promise(6));
    const late = await save(draft, promise(7));
    expect(refusal(late)).toEqual([409, 'stale']);
    expect(late.body).toMatchObject({ head: first.body.tip, text: promise(6) });
    expect((await read(draft)).contents[0]!.text).toBe(promise(6));
  });

  test('but not when it is the same operation again', async () => {
    const draft = await begin();
    const headers = { 'if-match': `"${draft.tip}"`, 'x-operation-id': ulid(), 'content-type': 'text/plain' };
    const send = () =>
      drafter!.ask<Saved>('PUT', `/api/drafts/${draft.id}/files/${file}`, { headers, payload: promise(6) });
    const [first, again] = [await send(), await send()];
    expect(again).toMatchObject({ status: 200, body: { tip: first.body.tip } });
    expect((await read(draft)).acts).toHaveLength(2);
  });

  test.each([
    ['no If-Match', { 'x-operation-id': ulid() }, 428, 'precondition-required'],
    ['no operation', { 'if-match': `"${'0'.repeat(40)}"` }, 428, 'precondition-required'],
    ['any version', { 'if-match': '*', 'x-operation-id': ulid() }, 400, 'refused'],
    ['a name of its own', { 'if-match': `"${'0'.repeat(40)}"`, 'x-operation-id': '../../x' }, 400, 'refused'],
  ])('with %s', async (_name, headers, status, kind) => {
    const draft = await begin();
    const answer = await drafter!.ask('PUT', `/api/drafts/${draft.id}/files/${file}`, {
      payload: promise(6),
      headers: { 'content-type': 'text/plain', ...headers },
    });
    expect(refusal(answer)).toEqual([status, kind]);
    expect((await read(draft)).tip).toBe(draft.tip);
  });

  test.each([
    ['a tag', 'id: !!js/function x\n'],
    ['a NUL', 'id: a\0b\n'],
    ['two documents', 'id: a\n---\nid: b\n'],
    ['more than 256 KiB', `# ${'长'.repeat(90_000)}\n`],
  ])('with %s in the text, and says where', async (_name, text) => {
    const draft = await begin();
    const answer = await save(draft, text);
    expect(refusal(answer)).toEqual([422, 'refused']);
    expect(answer.body.diagnostics?.[0]).toMatchObject({ file, severity: 'error' });
    expect((await read(draft)).tip).toBe(draft.tip);
  });

  test('in bytes that are no UTF-8', async () => {
    const draft = await begin();
    const answer = await drafter!.ask('PUT', `/api/drafts/${draft.id}/files/${file}`, {
      payload: Buffer.from([0x69, 0x64, 0x3a, 0x20, 0xff, 0xfe]),
      headers: { 'content-type': 'text/plain', 'if-match': `"${draft.tip}"`, 'x-operation-id': ulid() },
    });
    expect(refusal(answer)).toEqual([422, 'refused']);
  });

  test('with a text over a mebibyte', async () => {
    const draft = await begin();
    expect(refusal(await save(draft, 'x'.repeat(1024 * 1024 + 1)))).toEqual([422, 'refused']);
  });

  test.each([
    '..%2f..%2faccounts.json',
    '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
    '511502%2f..%2f..%2fx.yaml',
    '/etc/passwd',
    '511502/.git/config.yaml',
    '511502/a.yaml%00.yaml',
    '511502/UPPER.yaml',
    'forms/blank.svg',
    'readme.md',
  ])('at the place %s', async (path) => {
    const draft = await begin();
    const answer = await drafter!.write('PUT', `/api/drafts/${draft.id}/files/${path}`, draft.tip, original);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect((await read(draft)).tip).toBe(draft.tip);
  });
});

describe('a role', () => {
  test.each(['reviewer', 'legal', 'administrator'] as const)(
    '%s neither begins, edits nor submits',
    async (user) => {
      const client = { reviewer, legal, administrator }[user]!;
      const draft = await begin();
      const path = `/api/drafts/${draft.id}`;
      const began = await client.ask('POST', '/api/drafts', { payload: { file } });
      const saved = await client.write('PUT', `${path}/files/${file}`, draft.tip, promise(6));
      const submitted = await act(client, draft, { kind: 'submit' });
      for (const answer of [began, saved, submitted]) expect(refusal(answer)).toEqual([403, 'forbidden']);
    },
  );

  test('drafter approves nothing, least of all their own', async () => {
    const draft = await begin();
    await save(draft, promise(6));
    await act(drafter, draft, { kind: 'submit' });
    for (const role of ['reviewer', 'legal', 'drafter'])
      expect(refusal(await act(drafter, draft, { kind: 'approve', role }))).toEqual([403, 'forbidden']);
    expect((await read(draft)).may.approve).toMatchObject({ kind: 'refused' });
  });

  test('reviewer signs as reviewer only, and once', async () => {
    const draft = await begin();
    await save(draft, promise(6));
    await act(drafter, draft, { kind: 'submit' });
    expect(refusal(await act(reviewer, draft, { kind: 'approve', role: 'legal' }))).toEqual([
      403,
      'forbidden',
    ]);
    expect((await act(reviewer, draft, { kind: 'approve', role: 'reviewer' })).status).toBe(200);
    expect(refusal(await act(reviewer, draft, { kind: 'approve', role: 'reviewer' }))).toEqual([
      403,
      'forbidden',
    ]);
    await act(drafter, draft, { kind: 'withdraw' });
  });
});

describe('submitting', () => {
  test('needs a change', async () => {
    expect(refusal(await act(drafter, await begin(), { kind: 'submit' }))).toEqual([422, 'refused']);
  });

  test('is blocked by an error that the draft makes, which is told', async () => {
    const draft = await begin();
    await save(draft, promise(300));
    const answer = await act(drafter, draft, { kind: 'submit' });
    expect(refusal(answer)).toEqual([422, 'blocked']);
    expect(answer.body.diagnostics).toMatchObject([
      { file, severity: 'error', code: 'layer-lengthens-limit' },
      { file, severity: 'error', code: 'promised-within-statutory' },
    ]);
    expect((await read(draft)).state.kind).toBe('editing');
  });

  test('is blocked by text that breaks the schema', async () => {
    const draft = await begin();
    await save(draft, original.replace('value: 5', 'value: many'));
    expect(refusal(await act(drafter, draft, { kind: 'submit' }))).toEqual([422, 'blocked']);
  });

  test('is not blocked by what stood before', async () => {
    const draft = await begin(other);
    const text = draft.contents[0]!.text;
    await save(draft, text.replace('overlay:', '# 已核对\noverlay:'));
    const answer = await act(drafter, draft, { kind: 'submit' });
    expect(answer.body.state).toMatchObject({ kind: 'submitted' });
    await act(drafter, draft, { kind: 'withdraw' });
  });
});

describe('review', () => {
  test('shows what changes, in words, in text and for readers', async () => {
    const draft = await begin();
    await save(draft, promise(6));
    const { body } = await reviewer!.ask<ReviewView>('GET', `/api/drafts/${draft.id}/review`);
    expect(body.risk).toBe('legal');
    expect(body.files[0]!.changes[0]!.words.zh).toContain('6 个工作日');
    expect(body.files[0]!.textDiff).toContain('-    promised: {value: 5}\n+    promised: {value: 6}');
    // What the nation promises as well.
    expect(body.created).toMatchObject([{ code: 'layer-says-the-same', severity: 'info' }]);
    expect(body.touched).toMatchObject([{ id: 'food-business-licence', division: '511502' }]);
  });

  test('tells what the draft breaks and mends', async () => {
    const draft = await begin(other);
    await save(draft, draft.contents[0]!.text.replace('value: 300', 'value: 1'));
    const { body } = await reviewer!.ask<ReviewView>('GET', `/api/drafts/${draft.id}/review`);
    expect(body.mended).toMatchObject([
      { code: 'layer-lengthens-limit', file: other },
      { code: 'promised-within-statutory', file: other },
    ]);
  });

  test('of a field bound by law takes two signatures and ends in main', async () => {
    const draft = await begin();
    await save(draft, promise(6));
    const submitted = await act(drafter, draft, { kind: 'submit' });
    expect(submitted.body.state).toMatchObject({
      kind: 'submitted',
      missing: [{ role: 'reviewer' }, { role: 'legal' }],
    });
    const first = await act(reviewer, draft, { kind: 'approve', role: 'reviewer' });
    expect(first.body.state).toMatchObject({ kind: 'submitted', missing: [{ role: 'legal' }] });
    const second = await act(legal, draft, { kind: 'approve', role: 'legal' });
    expect(second.body.state.kind).toBe('merged');
    const { body } = await drafter!.ask<CatalogueView>('GET', '/api/catalogue');
    expect(body.rows.find((row) => row.file === file)).toMatchObject({
      promised: { zh: '6 个工作日', en: '6 working days' },
      role: 'layer',
    });
    // What was decided stays to be seen.
    const review = await legal!.ask<ReviewView>('GET', `/api/drafts/${draft.id}/review`);
    expect(review.body.files[0]!.changes).toHaveLength(1);
    expect(refusal(await save(draft, promise(7)))).toEqual([403, 'forbidden']);
    original = promise(6);
  });

  test('of a plain field takes one', async () => {
    const draft = await begin();
    await save(draft, hours('8:30'));
    await act(drafter, draft, { kind: 'submit' });
    const { body } = await act(reviewer, draft, { kind: 'approve', role: 'reviewer' });
    expect(body.state.kind).toBe('merged');
    original = hours('8:30');
  });

  test('stands though somebody takes the draft back before it is merged', async () => {
    const draft = await begin();
    await save(draft, hours('8:45'));
    await act(drafter, draft, { kind: 'submit' });
    const merges = vi.spyOn(studio.store, 'merge').mockImplementationOnce(async (merge) => {
      await act(drafter, draft, { kind: 'withdraw' });
      return studio.store.merge(merge);
    });
    const approved = await act(reviewer, draft, { kind: 'approve', role: 'reviewer' });
    expect([approved.status, approved.body.state.kind]).toEqual([200, 'withdrawn']);
    merges.mockRestore();
    expect(approved.body.acts.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['approve', 'withdraw']),
    );
  });

  test('may return with a reason, after which it can be mended', async () => {
    const draft = await begin();
    await save(draft, hours('8:00'));
    await act(drafter, draft, { kind: 'submit' });
    expect(refusal(await save(await read(draft), original))).toEqual([403, 'forbidden']);
    expect(refusal(await act(reviewer, draft, { kind: 'return', reason: '' }))).toEqual([400, 'refused']);
    const returned = await act(reviewer, draft, { kind: 'return', reason: '与公示不符' });
    expect(returned.body.state).toMatchObject({
      kind: 'returned',
      reason: '与公示不符',
      by: { name: '审核员' },
    });
    expect((await save(await read(draft), hours('8:15'))).status).toBe(200);
  });

  test('takes comments on a field from everybody', async () => {
    const draft = await begin();
    const path = ['overlay', 'limits', 'promised'];
    const answer = await act(administrator, draft, { kind: 'comment', text: '依据呢？', file, path });
    expect(answer.body.acts.at(-1)).toMatchObject({ kind: 'comment', text: '依据呢？', file, path });
  });

  test('of a file that main has changed since ends in a conflict, not in somebody’s loss', async () => {
    const [one, two] = [await begin(), await begin()];
    await save(one, hours('8:10'));
    await save(two, hours('8:20'));
    for (const draft of [one, two]) await act(drafter, draft, { kind: 'submit' });
    await act(reviewer, one, { kind: 'approve', role: 'reviewer' });
    const late = await act(reviewer, two, { kind: 'approve', role: 'reviewer' });
    expect(refusal(late)).toEqual([409, 'conflict']);
    const main = await studio.store.readCatalogue(await studio.store.main());
    expect(Buffer.from(main.get(file)!).toString()).toContain('8:10');
  });

  test('that was blocked at the merge is merged on asking again, by those who sign', async () => {
    const draft = await begin('511502/forest-felling-licence.yaml');
    await save(draft, draft.contents[0]!.text.replace('overlay:', '# 已再核对\noverlay:'));
    const merges = vi.spyOn(studio.store, 'merge');
    merges.mockResolvedValueOnce({ kind: 'blocked', diagnostics: [] });
    await act(drafter, draft, { kind: 'submit' });
    const { state } = await read(draft);
    for (const { role } of state.kind === 'submitted' ? state.missing : [])
      await act(role === 'legal' ? legal : reviewer, draft, { kind: 'approve', role });
    expect(merges).toHaveBeenCalledOnce();
    const stuck = (await reviewer!.ask<DraftView>('GET', `/api/drafts/${draft.id}`)).body;
    expect(stuck).toMatchObject({ state: { kind: 'approved' }, may: { merge: { kind: 'allowed' } } });

    for (const client of [drafter, administrator])
      expect(refusal(await act(client, draft, { kind: 'merge' }))).toEqual([403, 'forbidden']);
    const url = `/api/drafts/${draft.id}/acts`;
    const late = await reviewer!.write('POST', url, draft.tip, { kind: 'merge' });
    expect(refusal(late)).toEqual([409, 'stale']);
    const merged = await act(reviewer, draft, { kind: 'merge' });
    expect(merged.body.state?.kind).toBe('merged');
    merges.mockRestore();
  });

  test('cannot be asked for under the name of an act that somebody else did', async () => {
    const draft = await begin();
    await save(draft, hours('8:25'));
    const headers = { 'x-operation-id': draft.id, 'if-match': `"${(await read(draft)).tip}"` };
    const ask = async (payload: object) =>
      refusal(await administrator!.ask('POST', `/api/drafts/${draft.id}/acts`, { headers, payload }));
    for (const deed of [{ kind: 'approve', role: 'reviewer' }, { kind: 'withdraw' }])
      expect(await ask(deed)).toEqual([422, 'refused']);
    // Merging is told apart by what the draft is, whatever it is asked for as.
    expect((await ask({ kind: 'merge' }))[0]).toBeGreaterThanOrEqual(403);
  });

  test('acts on the version that was seen', async () => {
    const draft = await begin();
    const answer = await drafter!.write('POST', `/api/drafts/${draft.id}/acts`, '0'.repeat(40), {
      kind: 'withdraw',
    });
    expect(refusal(answer)).toEqual([409, 'stale']);
  });

  test.each([
    ['nothing', {}],
    ['an unknown act', { kind: 'publish' }],
    ['more than the act is', { kind: 'submit', note: 'x'.repeat(1000) }],
    ['a place in a file that is too long', { kind: 'comment', text: 'x', path: ['x'.repeat(201)] }],
    ['a signature of no role', { kind: 'approve', role: 'god' }],
    ['a comment without words', { kind: 'comment' }],
    ['a list', []],
  ])('refuses %s', async (_name, deed) => {
    expect(refusal(await act(reviewer, await begin(), deed))).toEqual([400, 'refused']);
  });
});

test.each([
  ['GET', `/api/drafts/${'0'.repeat(26)}`, 404, 'not-found'],
  ['GET', `/api/drafts/${'0'.repeat(26)}/review`, 404, 'not-found'],
  ['GET', '/api/drafts/main', 400, 'refused'],
  ['GET', '/api/drafts/..%2f..%2fmain', 400, 'refused'],
  ['GET', '/api/nothing', 404, 'not-found'],
] as const)('%s %s finds nothing', async (method, url, status, kind) => {
  expect(refusal(await drafter!.ask(method, url))).toEqual([status, kind]);
});
