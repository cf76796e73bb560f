import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { effectScope } from 'vue';
import type { DraftView, Problem } from '../../src/api/index.ts';
import { useReview } from './useReview.ts';

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
}

const allowed = { kind: 'allowed' } as const;
const ann = { subject: 'ann', name: 'Ann', roles: ['drafter' as const] };
const draft = (tip: string): DraftView => ({
  id: 'D',
  tip,
  title: '改时限',
  author: ann,
  holder: ann,
  maySign: true,
  isMine: false,
  openThreads: 0,
  state: { kind: 'editing' },
  files: [],
  createdAt: '',
  updatedAt: '',
  contents: [],
  attachments: [],
  acts: [],
  threads: [],
  signers: [],
  may: {
    edit: allowed,
    submit: allowed,
    approve: allowed,
    override: allowed,
    ratify: allowed,
    suggest: allowed,
    take: allowed,
    takeOver: allowed,
    assign: allowed,
    return: allowed,
    withdraw: allowed,
    comment: allowed,
    merge: allowed,
    publish: allowed,
  },
  mayWrite: {},
});
const review = { files: [], risk: 'plain', created: [], mended: [], touched: [], bundles: [], referrers: [] };

/** A server whose draft is at `tip` and that answers acts with `acts`, one after another; `undefined` is no answer. */
function server(tip: { now: string }, acts: ({ status: number; body: unknown } | undefined)[]): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (url: string, { method, headers }: { method: string; headers: Sent['headers'] }) => {
    sent.push({ url, method, headers });
    if (method === 'GET')
      return Promise.resolve(Response.json(url.endsWith('/review') ? review : draft(tip.now)));
    const answer = acts.shift();
    return answer === undefined
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(Response.json(answer.body, { status: answer.status }));
  });
  return sent;
}

async function opened() {
  const page = effectScope().run(() => useReview(() => 'D', 'rev'))!;
  await vi.waitFor(() => expect(page.state.value.kind).toBe('ready'));
  return page;
}

const problem = (kind: Problem['kind']): Problem => ({ kind, message: kind, messageEn: kind });
const acts = (sent: Sent[]) => sent.filter(({ method }) => method === 'POST');
const tipOf = ({ state }: Awaited<ReturnType<typeof opened>>) =>
  state.value.kind === 'ready' ? state.value.draft.tip : undefined;

beforeEach(() => vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined }));
afterEach(() => vi.unstubAllGlobals());

it('acts on the version that the page shows, and shows what became of it', async () => {
  const sent = server({ now: 't1' }, [{ status: 200, body: draft('t2') }]);
  const page = await opened();
  expect(await page.act({ kind: 'approve', role: 'reviewer' })).toBe(true);
  expect(acts(sent)[0]!.headers['if-match']).toBe('"t1"');
  expect(tipOf(page)).toBe('t2');
  expect(page.done.value).toBe('approve');
  expect(page.problem.value).toBeUndefined();
});

it('shows the draft anew when it was not what the page showed, and says that nothing was done', async () => {
  const tip = { now: 't1' };
  server(tip, [{ status: 409, body: problem('stale') }]);
  const page = await opened();
  tip.now = 't2';
  expect(await page.act({ kind: 'approve', role: 'reviewer' })).toBe(false);
  expect(page.wasStale.value).toBe(true);
  expect(page.done.value).toBeUndefined();
  expect(tipOf(page)).toBe('t2');
});

it('keeps the name of an act that got no answer, so that it happens once, and gives another act another', async () => {
  const sent = server({ now: 't1' }, [undefined, undefined, { status: 200, body: draft('t2') }]);
  const page = await opened();
  expect(await page.act({ kind: 'withdraw' })).toBe(false);
  expect(page.problem.value).toMatchObject({ status: 0 });
  expect(await page.act({ kind: 'submit' })).toBe(false);
  expect(await page.act({ kind: 'submit' })).toBe(true);
  const [withdraw, first, second] = acts(sent).map(({ headers }) => headers['x-operation-id']);
  expect(first).not.toBe(withdraw);
  expect(second).toBe(first);
});

it.each(['conflict', 'blocked', 'forbidden'] as const)(
  'shows the reason of a %s and the draft as it is: a signature may stand where the merge did not',
  async (kind) => {
    const tip = { now: 't1' };
    server(tip, [{ status: 409, body: problem(kind) }]);
    const page = await opened();
    tip.now = 't2';
    expect(await page.act({ kind: 'approve', role: 'legal' })).toBe(false);
    expect(page.problem.value).toMatchObject({ problem: { kind } });
    expect(tipOf(page)).toBe('t2');
  },
);

it('does one thing at a time', async () => {
  const sent = server({ now: 't1' }, [{ status: 200, body: draft('t2') }]);
  const page = await opened();
  const both = await Promise.all([page.act({ kind: 'withdraw' }), page.act({ kind: 'withdraw' })]);
  expect(both).toEqual([true, false]);
  expect(acts(sent)).toHaveLength(1);
});
