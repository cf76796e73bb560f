// What an operator relies on: a stop that lets requests end, and a backup that brings everything back.
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ulid } from 'ulid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { DraftView, Session } from '../../src/api/index.ts';
import { smallSample } from '../smallSample.ts';
import { writeFiles } from '../writeFiles.ts';
import { startGuicheng, type Running } from './guicheng.ts';

const git = (args: string[]) => promisify(execFile)('git', args);
let work: string;
let running: Running[] = [];
beforeEach(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-operations-'));
  await writeFiles(join(work, 'catalogue'), await smallSample(['food-business-licence']));
});
afterEach(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  running = [];
  await rm(work, { recursive: true, force: true });
});

async function start(data: string, ...more: string[]) {
  const studio = startGuicheng([
    'studio',
    join(work, 'catalogue'),
    '--port',
    '0',
    '--data',
    join(work, data),
    ...more,
  ]);
  running.push(studio);
  const told = await studio.printed(/Ctrl\+C/);
  return { studio, told, url: /studio\s+(http:\S+)/.exec(told)![1]! };
}

/** Signs the drafter in; gives the headers of somebody signed in. */
async function signIn(url: string, told: string): Promise<Record<string, string>> {
  const password = /drafter +(\S+)/.exec(told)![1]!;
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'drafter', password }),
  });
  const { csrf } = (await answer.json()) as Session;
  return { cookie: answer.headers.getSetCookie()[0]!.split(';')[0]!, 'x-csrf-token': csrf };
}

async function beginDraft(url: string, headers: Record<string, string>): Promise<DraftView> {
  const file = '511502/food-business-licence.yaml';
  const answer = await fetch(`${url}/api/drafts`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json', 'x-operation-id': ulid() },
    body: JSON.stringify({ file }),
  });
  return (await answer.json()) as DraftView;
}

describe('a stop', () => {
  it('lets a save that is under way end and be acknowledged', async () => {
    const { studio, told, url } = await start('data');
    const headers = await signIn(url, told);
    const draft = await beginDraft(url, headers);
    const [{ path: file, text } = { path: '', text: '' }] = draft.contents;
    const body = Buffer.from(`${text}# 停机前的最后一笔\n`);
    const sending = request(`${url}/api/drafts/${draft.id}/files/${file}`, {
      method: 'PUT',
      headers: {
        ...headers,
        'content-type': 'text/plain',
        'content-length': body.length,
        'if-match': `"${draft.tip}"`,
        'x-operation-id': ulid(),
      },
    });
    const answered = once(sending, 'response');
    sending.write(body.subarray(0, 100));
    await once(sending, 'socket');
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stopped = studio.stop();
    await new Promise((resolve) => setTimeout(resolve, 300));
    sending.end(body.subarray(100));
    const [response] = (await answered) as [{ statusCode: number; resume(): void }];
    response.resume();
    expect(response.statusCode).toBe(200);
    expect(await stopped).toEqual({ code: 0 });
    const again = await start('data');
    const back = await fetch(`${again.url}/healthz`);
    expect(back.status).toBe(200);
    const { stdout } = await git([
      `--git-dir=${join(work, 'data', 'repository.git')}`,
      'show',
      `refs/heads/draft/${draft.id}:${file}`,
    ]);
    expect(stdout).toContain('停机前的最后一笔');
  }, 60_000);
});

describe('a backup', () => {
  it('by a mirror clone, the accounts and the permanent versions brings all back, the site made anew', async () => {
    const first = await start('data');
    const headers = await signIn(first.url, first.told);
    const { id } = await beginDraft(first.url, headers);
    // The server goes on while it is copied.
    await mkdir(join(work, 'restored', 'site'), { recursive: true });
    await git([
      'clone',
      '--quiet',
      '--mirror',
      join(work, 'data', 'repository.git'),
      join(work, 'restored', 'repository.git'),
    ]);
    await cp(join(work, 'data', 'accounts.json'), join(work, 'restored', 'accounts.json'));
    for (const name of ['versions', 'versions.json'])
      await cp(join(work, 'data', 'site', name), join(work, 'restored', 'site', name), { recursive: true });
    const pages = await pagesIn(join(work, 'data', 'site', 'current'));
    const home = await (await fetch(`${first.url}/site/`)).text();
    await first.studio.stop();
    await rm(join(work, 'data'), { recursive: true });

    const second = await start('restored');
    expect(second.told).not.toMatch(/密码|password/);
    const again = await signIn(second.url, first.told);
    const drafts = await fetch(`${second.url}/api/drafts/${id}`, { headers: again });
    expect([drafts.status, ((await drafts.json()) as DraftView).contents[0]!.path]).toEqual([
      200,
      '511502/food-business-licence.yaml',
    ]);
    expect(await (await fetch(`${second.url}/site/`)).text()).toBe(home);
    expect(await pagesIn(join(work, 'restored', 'site', 'current'))).toEqual(pages);
  }, 60_000);

  it('by a plain clone carries no draft and no record of publishing: they are branches of elsewhere there', async () => {
    const { studio, told, url } = await start('data');
    await beginDraft(url, await signIn(url, told));
    await studio.stop();
    await git([
      'clone',
      '--quiet',
      '--no-checkout',
      join(work, 'data', 'repository.git'),
      join(work, 'plain'),
    ]);
    const { stdout } = await git([
      `--git-dir=${join(work, 'plain', '.git')}`,
      'for-each-ref',
      '--format=%(refname)',
    ]);
    expect(stdout).toContain('refs/remotes/origin/main');
    expect(stdout).not.toMatch(/^refs\/heads\/(draft|studio)\//m);
  }, 60_000);
});

async function pagesIn(folder: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).map(String).sort();
}
