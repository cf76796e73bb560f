import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepSessions } from './keepSessions.ts';
import { openSessions } from './sessions.ts';

let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-sessions-'));
  path = join(dir, 'sessions.json');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const onFault = (error: unknown) => {
  throw error;
};
const start = async (now = Date.now) => {
  const keeper = await keepSessions(path, onFault);
  return { ...keeper, sessions: openSessions({ now, kept: keeper.kept, keep: keeper.keep }) };
};
const who = { identity: { subject: 'oidc:x#1', name: '甲' }, address: '127.0.0.1', agent: 'x' };

test('a restart signs nobody out, and nobody in who had left', async () => {
  const first = await start();
  const [stays, leaves] = [first.sessions.begin(who), first.sessions.begin(who)];
  first.sessions.end(leaves.token);
  await first.saved();
  const second = await start();
  expect(second.sessions.find(stays.token)).toEqual({
    id: stays.id,
    ...who,
    begun: stays.begun,
    seen: expect.any(Number),
    csrf: stays.csrf,
  });
  expect(second.sessions.find(leaves.token)).toBeUndefined();
});

test('a restart gives nobody more time', async () => {
  let time = 0;
  const first = await start(() => time);
  const { token } = first.sessions.begin(who);
  await first.saved();
  time = 31 * 60_000;
  expect((await start(() => time)).sessions.find(token)).toBeUndefined();
});

test('the file holds nothing that opens a session, and is its owner’s alone', async () => {
  const { sessions, saved } = await start();
  const { token, csrf } = sessions.begin(who);
  await saved();
  const text = await readFile(path, 'utf8');
  expect(text).toContain('oidc:x#1');
  for (const secret of [token, csrf]) expect(text).not.toContain(secret);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test('whoever uses a session is seen in the file within a minute, without a write for every request', async () => {
  let time = 0;
  let writes = 0;
  const sessions = openSessions({ now: () => time, keep: () => writes++ });
  const { token } = sessions.begin(who);
  for (time = 1000; time < 59_000; time += 1000) sessions.find(token);
  expect(writes).toBe(1);
  time = 60_000;
  sessions.find(token);
  expect(writes).toBe(2);
});

test.each(['', 'null', '{"sessions":[["k",{"id":1}],"x",null]}', '{"sessions":[['])(
  'a file that says %j signs people out, no more',
  async (text) => {
    await writeFile(path, text);
    expect((await start()).kept).toEqual([]);
  },
);
