// What a reviewer is shown beside the difference itself, and who is asked to sign.
import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DraftRow, DraftView, Person, ReviewPages, ReviewView } from '../../../api/index.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

const file = '360100/urban-road-excavation-permit.yaml';
const governance = `approvals: {plain: [reviewer], legal: [reviewer, legal]}
local:
  - division: "511500"
    below: true
    plain: [{role: legal, agency: yibin-market-regulation}]
countersign: true
override: [administrator]
reviewDays: {plain: 2, legal: 5}
publishers: [administrator]
`;
const people = `people:
  - id: police
    name: 公安会签员
    subjects: ['local:administrator']
    grants:
      - {id: all, roles: [administrator], everywhere: true}
      - {id: police, roles: [reviewer], agencies: [nanchang-public-security]}
`;

// Each draft is checked with the whole catalogue, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let studio: TestStudio;
let [drafter, reviewer, legal, police]: Client[] = [];
let text: string;

beforeAll(async () => {
  text = await readFile(new URL(`../../../../items/${file}`, import.meta.url), 'utf8');
  const changes = [
    ['governance/approvals.yaml', governance],
    ['governance/people.yaml', people],
  ] as const;
  studio = await openTestStudio({ changes: new Map(changes) });
  [drafter, reviewer, legal, police] = await Promise.all(
    (['drafter', 'reviewer', 'legal', 'administrator'] as const).map((user) => studio.signIn(user)),
  );
});
afterAll(() => studio.close());

const read = async (id: string, client = drafter!) =>
  (await client.ask<DraftView>('GET', `/api/drafts/${id}`)).body;
const act = async (client: Client | undefined, id: string, deed: object) =>
  client!.write<DraftView>('POST', `/api/drafts/${id}/acts`, (await read(id)).tip, deed);
const save = async (id: string, path: string, content: string) =>
  drafter!.write('PUT', `/api/drafts/${id}/files/${path}`, (await read(id)).tip, content);
const review = async (id: string, query = '') =>
  (await reviewer!.ask<ReviewView>('GET', `/api/drafts/${id}/review${query}`)).body;
const limited = (days: number) =>
  text.replace('overlay:\n', `overlay:\n  limits:\n    acceptance: {value: ${days}}\n`);

async function begun(path = file, content = limited(3)): Promise<string> {
  const { id } = await studio.draft(drafter!, path);
  expect((await save(id, path, content)).status).toBe(200);
  return id;
}

describe('signatures', () => {
  test('of what joint bodies decide on are theirs too, and only they may give them', async () => {
    const id = await begun();
    const submitted = await act(drafter, id, { kind: 'submit' });
    expect(submitted.body.state).toMatchObject({
      missing: [
        { role: 'reviewer' },
        { role: 'legal' },
        { role: 'reviewer', of: 'nanchang-public-security', joint: true },
      ],
    });
    expect((await read(id, reviewer)).signers).toEqual([{ role: 'reviewer' }]);
    // Whose the file is does not keep a body from what it is asked for by name; it does from all else.
    expect((await read(id, police)).signers).toEqual([
      { role: 'reviewer', of: 'nanchang-public-security', joint: true },
    ]);
    expect(refusal(await act(police, id, { kind: 'approve', role: 'reviewer' }))).toEqual([403, 'forbidden']);
    const claimed = { kind: 'approve', role: 'reviewer', of: 'nanchang-public-security' };
    expect(refusal(await act(reviewer, id, claimed))).toEqual([403, 'forbidden']);
    await act(reviewer, id, { kind: 'approve', role: 'reviewer' });
    await act(legal, id, { kind: 'approve', role: 'legal', text: '合法' });
    const last = await act(police, id, claimed);
    expect(last.body.state).toMatchObject({ kind: 'merged', owed: [] });
    const numbers = last.body.acts.flatMap(({ opinion }) => (opinion === undefined ? [] : [opinion]));
    expect(numbers.map(({ number, counts }) => [number.replace(/〔\d+〕/, ''), counts])).toEqual(
      [1, 2, 3].map((n) => [`审${id.slice(-6)}-${n}`, true]),
    );
    expect(numbers[0]).toMatchObject({ files: [{ path: file }], judged: {} });
  });

  test('of a division are as it says for itself, of plain fields and not of others', async () => {
    const layer = '511502/food-business-licence.yaml';
    const old = await readFile(new URL(`../../../../items/${layer}`, import.meta.url), 'utf8');
    const id = await begun(layer, old.replace(/工作日 \d+:\d+/, '工作日 8:25'));
    const { body } = await act(drafter, id, { kind: 'submit' });
    expect(body.state).toMatchObject({
      risk: 'plain',
      missing: [{ role: 'legal', of: 'yibin-market-regulation' }],
    });
    expect(body.wait).toMatchObject({ days: 0, limit: 2, isLate: false });
    expect((await read(id, legal)).may.approve).toMatchObject({
      reason: expect.stringContaining('另一个机关'),
    });
  });
});

describe('the review', () => {
  test('shows a page before and after, and what changed since a commit', async () => {
    const id = await begun(file, limited(1));
    const { tip } = await read(id);
    const query = `?division=360100&item=urban-road-excavation-permit`;
    const pages = await reviewer!.ask<ReviewPages>('GET', `/api/drafts/${id}/review/pages${query}`);
    expect(pages.body.after).toContain('1 个工作日');
    expect(pages.body.before).not.toBe(pages.body.after);
    const none = await reviewer!.ask<ReviewPages>(
      'GET',
      `/api/drafts/${id}/review/pages?division=360100&item=none`,
    );
    expect(none.body).toEqual({});

    expect((await review(id)).since).toBeUndefined();
    expect((await review(id, `?since=${'0'.repeat(40)}`)).since).toBeUndefined();
    expect((await review(id, `?since=${tip}`)).since).toMatchObject({ commit: tip, fields: [] });
    await save(id, file, limited(1).replace('0791-0005040', '0791-0005049'));
    expect((await review(id, `?since=${tip}`)).since?.fields).toEqual([
      { file, path: ['overlay', 'service', 'phones', 'advice'] },
    ]);
  });

  test('names what refers to a file that is taken out, which its errors keep from being submitted', async () => {
    const { id } = await studio.draft(drafter!, file);
    const law = 'laws/urban-road-regulation.yaml';
    expect((await act(drafter, id, { kind: 'remove', file: law, reason: '已废止' })).status).toBe(200);
    const seen = await review(id);
    expect(seen.files.find(({ path }) => path === law)).toMatchObject({
      did: 'removed',
      changes: [{ kind: 'removed', path: [] }],
    });
    expect(new Set(seen.referrers.map((one) => one.file))).toContain(
      '000000/urban-road-excavation-permit.yaml',
    );
    expect(seen.referrers.every(({ target }) => target === law)).toBe(true);
    expect(refusal(await act(drafter, id, { kind: 'submit' }))).toEqual([422, 'blocked']);
    // Put back, nothing refers to nothing.
    const headers = { 'if-match': `"${(await read(id)).tip}"`, 'x-operation-id': ulid() };
    await drafter!.ask('DELETE', `/api/drafts/${id}/files/${law}`, { headers });
    expect(await review(id)).toMatchObject({ files: [], referrers: [] });
  });

  test('tells those who have drafted, and the inbox how many threads are open', async () => {
    const id = await begun();
    await act(reviewer, id, { kind: 'comment', text: '？', file });
    const { body: rows } = await reviewer!.ask<DraftRow[]>('GET', '/api/drafts');
    expect(rows.find((row) => row.id === id)).toMatchObject({
      openThreads: 1,
      maySign: false,
      isMine: false,
    });
    const { body: drafters } = await reviewer!.ask<Person[]>('GET', '/api/drafters');
    expect(drafters.map(({ subject }) => subject)).toEqual(['local:drafter']);
  });

  test.each([
    ['a commit that is none', '/review?since=HEAD'],
    ['a page of no division', '/review/pages?division=..&item=x'],
    ['a page of no item', '/review/pages?division=360100'],
  ])('refuses %s', async (_, url) => {
    const id = await begun();
    expect(refusal(await reviewer!.ask('GET', `/api/drafts/${id}${url}`))).toEqual([400, 'refused']);
  });
});

test('an override is for whom governance lets, and what it lacked is signed after', async () => {
  const id = await begun(file, limited(2));
  await act(drafter, id, { kind: 'submit' });
  for (const client of [reviewer, drafter])
    expect(refusal(await act(client, id, { kind: 'override', reason: '急' }))).toEqual([403, 'forbidden']);
  const { body } = await act(police, id, { kind: 'override', reason: '抢险' });
  expect(body).toMatchObject({ state: { kind: 'merged', override: { reason: '抢险' } }, signers: [] });
  expect((await read(id, reviewer)).signers).toEqual([{ role: 'reviewer' }]);
  const late = await act(legal, id, { kind: 'ratify', role: 'legal', upheld: false, text: '依据不足' });
  expect(late.body.state).toMatchObject({ owed: [{ role: 'reviewer' }, { of: 'nanchang-public-security' }] });
});
