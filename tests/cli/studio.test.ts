import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { writeFiles } from '../writeFiles.ts';
import { guicheng, startGuicheng, type Running } from './guicheng.ts';

let data: string;
let catalogue: string;
const running: Running[] = [];
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'guicheng-data-'));
  catalogue = await mkdtemp(join(tmpdir(), 'guicheng-catalogue-'));
  await writeFiles(catalogue, await smallSample(['labour-dispatch-licence']));
});
afterAll(async () => {
  await Promise.all(running.map(({ stop }) => stop()));
  for (const one of [data, catalogue]) await rm(one, { recursive: true, force: true });
});

/** Starts the studio on `data` and gives what it printed and where it is. */
async function start() {
  const studio = startGuicheng(['studio', catalogue, '--port', '0', '--data', data]);
  running.push(studio);
  const told = await studio.printed(/Ctrl\+C/);
  return { ...studio, told, url: /studio\s+(http:\S+)/.exec(told)![1]! };
}

test('the first start tells four passwords once and has the site there; the next finds all as it was', async () => {
  const first = await start();
  const accounts = [...first.told.matchAll(/^ {2}(\w+) +((?:\w{4}-){4}\w{4}) +(\w+)$/gm)];
  expect(accounts.map(([, user]) => user)).toEqual(['drafter', 'reviewer', 'legal', 'administrator']);
  const [, user, password] = accounts[3]!;
  const signedIn = await fetch(`${first.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, password }),
  });
  expect(signedIn.status).toBe(200);
  const home = await fetch(`${first.url}/site/`);
  expect(home.status).toBe(200);
  const page = await home.text();
  expect(page).toContain('<html lang="zh-CN"');

  const { port } = new URL(first.url);
  const other = await mkdtemp(join(tmpdir(), 'guicheng-data-'));
  const taken = await guicheng(['studio', catalogue, '--port', port, '--data', other]);
  expect([taken.code, taken.stderr]).toEqual([2, expect.stringMatching(/已被占用[\s\S]*is in use/)]);
  // Nobody was told the passwords of accounts that this start would have made.
  expect(await readdir(other)).not.toContain('accounts.json');
  await rm(other, { recursive: true });

  const second = await guicheng(['studio', catalogue, '--port', '0', '--data', data]);
  expect([second.code, second.stderr]).toEqual([
    2,
    expect.stringMatching(/^数据文件夹.*正由另一个工作台使用.*\n.*in use by another studio.*\n$/),
  ]);

  expect(await first.stop()).toEqual({ code: 0 });
  const again = await start();
  expect(again.told).not.toMatch(/密码|password/);
  expect(await (await fetch(`${again.url}/site/`)).text()).toBe(page);
}, 60_000);

test('a catalogue that cannot be imported is told by the file, and no account is made', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'guicheng-catalogue-'));
  await cp(catalogue, dir, { recursive: true });
  await writeFile(join(dir, 'laws', '取水.yaml'), 'id: a\n');
  const { code, stdout, stderr } = await guicheng([
    'studio',
    dir,
    '--port',
    '0',
    '--data',
    join(dir, '.data'),
  ]);
  expect({ code, stdout, stderr }).toEqual({
    code: 2,
    stdout: '',
    stderr: expect.stringMatching(
      /^目录中的“laws\/取水.yaml”不能导入：.*请改名.*\n"laws\/取水.yaml" of the catalogue .*\n$/,
    ),
  });
  expect((await readdir(join(dir, '.data'))).sort()).toEqual(['repository.git']);
  await rm(dir, { recursive: true });
}, 30_000);
