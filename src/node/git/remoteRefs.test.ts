import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { gitHttp, type GitHttp } from '../../../tests/faults/gitHttp.ts';
import { commitText } from '../../../tests/commitText.ts';
import { draftRef, RemoteAway, remoteProblem, Repository } from './index.ts';

let dir: string;
let remote: GitHttp;
let repositories: Repository[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-remote-'));
  remote = await gitHttp(dir);
  repositories = [];
});
afterEach(async () => {
  for (const repository of repositories) repository.close();
  await remote.close();
  await rm(dir, { recursive: true, force: true });
});

const ref = draftRef('01JA0000000000000000000000');

async function server(name: string): Promise<Repository> {
  const repository = await Repository.open({
    dir: join(dir, name),
    remote: { url: remote.url, allowHttp: true },
  });
  repositories.push(repository);
  return repository;
}

describe('a ref on a remote', () => {
  it('that one server moves is read with its objects by the other', async () => {
    const [one, other] = [await server('one'), await server('other')];
    const oid = await commitText(one, '一');
    expect(await one.updateRef({ ref, from: undefined, to: oid })).toEqual({ kind: 'updated' });
    expect(await one.readRef(ref), 'at once here').toBe(oid);
    await expect.poll(() => other.readRef(ref)).toBe(oid);
    const blob = (await other.readTree(oid)).get('000000/a.yaml')!;
    expect((await other.readBlob(blob)).toString()).toBe('一');
    expect([...(await other.listRefs('refs/heads/draft/')).keys()]).toEqual([ref]);
  });

  it('is moved by one of two that saw the same, and the other is told what stands there', async () => {
    const [one, other] = [await server('one'), await server('other')];
    const first = await commitText(one, '一');
    await one.updateRef({ ref, from: undefined, to: first });
    await expect.poll(() => other.readRef(ref)).toBe(first);
    const [mine, theirs] = [await commitText(one, '二', [first]), await commitText(other, '三', [first])];
    const updates = await Promise.all([
      one.updateRef({ ref, from: first, to: mine }),
      other.updateRef({ ref, from: first, to: theirs }),
    ]);
    const winner = updates[0]!.kind === 'updated' ? mine : theirs;
    expect(updates.map(({ kind }) => kind).sort()).toEqual(['stale', 'updated']);
    expect(updates).toContainEqual({ kind: 'stale', head: winner });
    const anew = await commitText(one, '四');
    expect(await one.updateRef({ ref, from: undefined, to: anew }), 'nor is it made anew').toEqual({
      kind: 'stale',
      head: winner,
    });
  });

  it('is moved once where the answer was lost, and the move is acknowledged', async () => {
    const one = await server('one');
    const oid = await commitText(one, '一');
    let cuts = 0;
    remote.line = ({ push }) => (push && cuts++ === 0 ? 'cut' : 'up');
    expect(await one.updateRef({ ref, from: undefined, to: oid })).toEqual({ kind: 'updated' });
    // By then it may have been sent twice: the first time is what counts.
    expect(cuts).toBeGreaterThan(0);
    expect(await (await server('other')).readRef(ref)).toBe(oid);
  });

  it('is not moved where the request was lost, and that is told', async () => {
    const one = await server('one');
    const oid = await commitText(one, '一');
    remote.line = ({ push }) => (push ? 'refused' : 'up');
    await expect(one.updateRef({ ref, from: undefined, to: oid })).rejects.toThrow(RemoteAway);
    remote.line = () => 'up';
    expect(await one.readRef(ref)).toBeUndefined();
    expect(await one.updateRef({ ref, from: undefined, to: oid })).toEqual({ kind: 'updated' });
  });

  it('is read while the remote is away, over a restart too; a write says so, and all heals by itself', async () => {
    const one = await server('one');
    const oid = await commitText(one, '一');
    await one.updateRef({ ref, from: undefined, to: oid });
    await expect.poll(async () => (await server('two')).readRef(ref)).toBe(oid);
    remote.line = () => 'refused';
    const next = await commitText(one, '二', [oid]);
    await expect(one.updateRef({ ref, from: oid, to: next })).rejects.toThrow(RemoteAway);
    const from = performance.now();
    expect(await one.readRef(ref)).toBe(oid);
    expect(performance.now() - from, 'nobody waits for it').toBeLessThan(1000);
    expect(await (await server('two')).readRef(ref)).toBe(oid);
    await expect(server('new')).rejects.toThrow(RemoteAway);
    remote.line = () => 'up';
    const back = performance.now();
    await expect
      .poll(() => one.updateRef({ ref, from: oid, to: next }).catch(() => undefined), { timeout: 10_000 })
      .toEqual({ kind: 'updated' });
    expect(performance.now() - back).toBeLessThan(10_000);
  });

  it('keeps what was moved here against a look that began before', async () => {
    const one = await server('one');
    const first = await commitText(one, '一');
    await one.updateRef({ ref, from: undefined, to: first });
    // The look sees the ref as it was, and tells of it when the move is long acknowledged.
    await sleep(500);
    const next = await commitText(one, '二', [first]);
    const looked = new Promise<void>((resolve) => {
      remote.line = ({ look }) => {
        if (look) resolve();
        return look ? 'late' : 'up';
      };
    });
    const looking = one.readRef(ref);
    await looked;
    await sleep(60);
    expect((await one.updateRef({ ref, from: first, to: next })).kind).toBe('updated');
    expect(await looking).toBe(next);
    expect(await one.readRef(ref)).toBe(next);
    await sleep(500);
    expect(await one.readRef(ref), 'nor is it forgotten by the next').toBe(next);
  });
});

it.each([
  ['https://git.example/a.git', false, undefined],
  ['ssh://git@git.example/a.git', false, undefined],
  ['file:///srv/a.git', false, undefined],
  ['http://127.0.0.1:1/a.git', true, undefined],
  ['http://127.0.0.1:1/a.git', false, '不加密'],
  ['http://git.example/a.git', true, '不加密'],
  ['https://u:p@git.example/a.git', false, '密码'],
  ['https://token@git.example/a.git', false, '令牌'],
  ['ext::sh -c id', false, '不对'],
  ['--upload-pack=id', false, '不对'],
  ['ssh://-oProxyCommand=id/a.git', false, '不对'],
  ['git@git.example:a.git', false, '不对'],
])('of the remote %s (http taken: %s) says %s', (url, allowHttp, words) => {
  expect(remoteProblem({ url, allowHttp })?.zh ?? '').toMatch(words ?? /^$/);
});
