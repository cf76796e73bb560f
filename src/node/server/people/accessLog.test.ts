import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccessEntry } from '../../../api/index.ts';
import { openAccessLog } from './accessLog.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-access-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const entry = (path: string): AccessEntry => ({
  at: '2026-06-01T08:00:00.000Z',
  subject: 'local:drafter',
  address: '127.0.0.1',
  method: 'GET',
  path,
  status: 200,
  took: 1,
});
const onFault = (error: unknown) => {
  throw error;
};
const at = (day: string) => () => new Date(`${day}T12:00:00`);

test('keeps every entry in its order, a file a day, for its owner alone', async () => {
  const log = await openAccessLog(dir, { clock: at('2026-06-01'), onFault });
  for (let n = 0; n < 300; n++) log.write(entry(`/api/${n}`));
  await log.saved();
  const [name] = await readdir(dir);
  expect(name).toBe('access-2026-06-01.jsonl');
  const lines = (await readFile(join(dir, name!), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as AccessEntry).path)).toEqual(
    Array.from({ length: 300 }, (_, n) => `/api/${n}`),
  );
  expect((await stat(join(dir, name!))).mode & 0o777).toBe(0o600);
});

test('shows the latest first, over days, and nothing of a line that a crash cut off', async () => {
  const first = await openAccessLog(dir, { clock: at('2026-06-01'), onFault });
  first.write(entry('/api/old'));
  await first.saved();
  const second = await openAccessLog(dir, { clock: at('2026-06-02'), onFault });
  second.write(entry('/api/a'));
  second.write(entry('/api/b'));
  await second.saved();
  await appendFile(join(dir, 'access-2026-06-02.jsonl'), '{"at":"2026');
  expect((await second.recent(10)).map(({ path }) => path)).toEqual(['/api/b', '/api/a', '/api/old']);
  expect((await second.recent(2)).map(({ path }) => path)).toEqual(['/api/b', '/api/a']);
});

test('forgets days after half a year, and touches nothing else', async () => {
  for (const name of ['access-2025-11-01.jsonl', 'access-2025-12-31.jsonl', 'notes.txt'])
    await writeFile(join(dir, name), '');
  const log = await openAccessLog(dir, { clock: at('2026-06-01'), onFault });
  log.write(entry('/api/a'));
  await log.saved();
  expect((await readdir(dir)).sort()).toEqual([
    'access-2025-12-31.jsonl',
    'access-2026-06-01.jsonl',
    'notes.txt',
  ]);
});

test('says where it cannot be written, and goes on', async () => {
  const faults: unknown[] = [];
  const log = await openAccessLog(dir, { clock: at('2026-06-01'), onFault: (fault) => faults.push(fault) });
  await rm(dir, { recursive: true });
  log.write(entry('/api/a'));
  await log.saved();
  log.write(entry('/api/b'));
  await log.saved();
  expect(faults).toHaveLength(2);
});
