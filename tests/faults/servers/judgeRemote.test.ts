import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { judgeRemote, type Verdict } from './judgeRemote.ts';
import { Ledger, type Acknowledged } from './ledger.ts';

const path = '000000/a.yaml';
const text = (name: string, summary = '初') =>
  `id: a\nbasics:\n  everydayName: ${name}\n  summary: ${summary}\n  subject: 初\n`;
const none: Verdict = { lost: [], duplicated: [], wrongApprovals: [], wrongRefusals: [] };

let dir: string;
let made: { began: string; first: string; second: string; merge: string };
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-judge-'));
  execFileSync('git', ['init', '--quiet', '--bare', dir]);
  const root = commit([], text('初'), { kind: 'import' }, 'system', 'o0');
  const began = commit([root], text('初'), { kind: 'create' }, 'drafter', 'o1');
  const first = commit([began], text('甲'), { kind: 'edit' }, 'drafter', 'o2');
  // Written by somebody who had not seen the first: both changes are in it.
  const second = commit([first], text('甲', '乙'), { kind: 'edit' }, 'other', 'o3');
  const submit = commit([second], text('甲', '乙'), { kind: 'submit' }, 'drafter', 'o4');
  const files = [{ path, blob: blob(text('甲', '乙')), base: blob(text('初')) }];
  const approve = { kind: 'approve', role: 'reviewer', risk: 'plain', files };
  const approved = commit([submit], text('甲', '乙'), approve, 'reviewer', 'o5');
  const merge = commit([root, approved], text('甲', '乙'), { kind: 'merge' }, 'reviewer', 'o5');
  const live = commit([], text('甲', '乙'), { kind: 'publish', main: merge }, 'administrator', 'o6');
  made = { began, first, second, merge };
  git(['update-ref', 'refs/heads/main', merge]);
  git(['update-ref', 'refs/heads/draft/d1', approved]);
  git(['update-ref', 'refs/heads/studio/live', live]);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('finds nothing wrong with what was acknowledged', async () => {
  expect(await judged(all())).toEqual(none);
});

test.each<[string, (told: Acknowledged[]) => void, keyof Verdict, string]>([
  ['a save that is gone', (told) => void (told[1]!.operation = 'o9'), 'lost', 'no such commit'],
  ['other bytes', (told) => Object.assign(told[1]!, { sent: text('丙') }), 'lost', 'other bytes'],
  [
    'a save over somebody else’s field',
    (told) => Object.assign(told[2]!, { sent: text('丁', '乙'), text: text('甲', '乙') }),
    'lost',
    'everydayName of somebody else went',
  ],
  [
    'an act that says something else',
    (told) => told.push({ kind: 'act', operation: 'o4', draft: 'd1', deed: { kind: 'return', reason: '' } }),
    'lost',
    'no such act',
  ],
  ['a merge that is not on main', (told) => Object.assign(told[3]!, { merged: 'f' }), 'lost', 'its merge'],
  ['a publish', (told) => Object.assign(told[4]!, { live: made.first }), 'lost', 'not recorded'],
])('finds %s', async (_name, tamper, kind, why) => {
  const told = all();
  tamper(told);
  expect((await judged(told))[kind]).toEqual(expect.arrayContaining([expect.stringContaining(why)]));
});

test('finds what was refused and is there', async () => {
  expect((await judged(all(), ['o3'])).wrongRefusals).toHaveLength(1);
});

test('finds an operation done twice, and a merge of what nobody signed', async () => {
  const tip = git(['rev-parse', 'refs/heads/draft/d1']);
  const files = [{ path, blob: blob(text('戊')), base: blob(text('甲', '乙')) }];
  const approve = { kind: 'approve', role: 'reviewer', risk: 'plain', files };
  const began = commit([made.merge], text('甲', '乙'), { kind: 'create' }, 'drafter', 'o7');
  const edit = commit([began], text('己'), { kind: 'edit' }, 'drafter', 'o3');
  const submit = commit([edit], text('己'), { kind: 'submit' }, 'drafter', 'o8');
  const approved = commit([submit], text('己'), approve, 'reviewer', 'o9');
  git(['update-ref', 'refs/heads/draft/d2', approved]);
  git([
    'update-ref',
    'refs/heads/main',
    commit([made.merge, approved], text('己'), { kind: 'merge' }, 'reviewer', 'o9'),
  ]);
  const { duplicated, wrongApprovals } = await judged(all());
  expect([duplicated, wrongApprovals]).toEqual([
    [expect.stringContaining('o3')],
    [expect.stringContaining('signed as it is by nobody')],
  ]);
  git(['update-ref', 'refs/heads/main', made.merge]);
  git(['update-ref', 'refs/heads/draft/d1', tip]);
});

function all(): Acknowledged[] {
  const { began, first, second, merge } = made;
  const save = { kind: 'save', draft: 'd1', path, ifMatch: began } as const;
  return [
    { kind: 'create', operation: 'o1', draft: 'd1', file: path, tip: began },
    { ...save, operation: 'o2', sent: text('甲'), tip: first },
    { ...save, operation: 'o3', sent: text('初', '乙'), tip: second, text: text('甲', '乙') },
    {
      kind: 'act',
      operation: 'o5',
      draft: 'd1',
      deed: { kind: 'approve', role: 'reviewer' },
      merged: merge,
    },
    { kind: 'publish', operation: 'o6', live: merge },
  ];
}

function judged(told: readonly Acknowledged[], refused: readonly string[] = []): Promise<Verdict> {
  const ledger = new Ledger();
  ledger.acknowledged.push(...told);
  for (const operation of refused) ledger.refuse('save', 409, 'stale', operation);
  return judgeRemote(dir, ledger);
}

function git(args: readonly string[], input = ''): string {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.invalid'];
  return execFileSync('git', [`--git-dir=${dir}`, ...identity, ...args], { input })
    .toString()
    .trim();
}

function blob(content: string): string {
  return git(['hash-object', '-w', '--stdin'], content);
}

function commit(parents: string[], content: string, act: object, subject: string, operation: string): string {
  const folder = git(['mktree'], `100644 blob ${blob(content)}\ta.yaml\n`);
  const tree = git(['mktree'], `040000 tree ${folder}\t000000\n`);
  const told = JSON.stringify({ act, person: { subject }, operation });
  const over = parents.flatMap((parent) => ['-p', parent]);
  return git(['commit-tree', tree, ...over], `一句话\n\nGuicheng-Act: ${told}\n`);
}
