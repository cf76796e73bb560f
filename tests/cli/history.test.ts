import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { dayOf } from '../../src/model/dayOf.ts';
import { runGit } from '../../src/node/git/runGit.ts';
import { Store } from '../../src/node/review/index.ts';
import { governed } from '../../src/node/server/catalogue/governed.ts';
import { mergedChange } from '../mergedChange.ts';
import { smallSample } from '../smallSample.ts';
import { guicheng } from './guicheng.ts';

// Each test starts a process, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

const id = 'public-place-hygiene-licence';
const path = `000000/${id}.yaml`;
let work: string;
let data: string;
/** Main as it was imported, after the first change and after the second. */
let versions: string[];

beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-history-'));
  data = join(work, 'data');
  const store = await Store.open({ dir: join(data, 'repository.git'), ...governed });
  const importer = { subject: 'system:import', name: '导入', roles: [] };
  await store.seed(await smallSample(), importer);
  const text = async () => Buffer.from((await store.readCatalogue(await store.main())).get(path)!).toString();
  const imported = await store.main();
  const fees = (await text()).replace('不收费；检测费', '不收取任何费用；检测费');
  const first = await mergedChange(store, { path, content: fees, title: '收费的话说清楚' });
  const days = (await text()).replace('delivery:\n    value: 10', 'delivery:\n    value: 8');
  const second = await mergedChange(store, { path, content: days, title: '早两天送达' });
  versions = [imported, first, second];
  expect(new Set(versions).size).toBe(3);
  store.close();
});
afterAll(() => rm(work, { recursive: true, force: true }));

describe('log', () => {
  it('tells of an item, newest first, what was changed, by whom, and who signed', async () => {
    const { code, stdout } = await guicheng(['log', id, '--data', data]);
    expect(code).toBe(0);
    expect(stdout.indexOf('早两天送达')).toBeLessThan(stdout.indexOf('收费的话说清楚'));
    expect(stdout).toContain('drafter 写 wrote；reviewer（审核）、legal（法制审核） 签 signed');
    expect(stdout).toContain('办理时限 › 送达时限：10 个工作日 → 8 个工作日（缩短');
    expect(stdout).toContain('“不收费；检测费');
  });

  it.each(['limits.delivery', '送达时限', 'limits'])('tells of the field %s alone', async (field) => {
    const { stdout } = await guicheng(['log', id, field, '--data', data]);
    expect(stdout).toContain('早两天送达');
    expect(stdout).not.toContain('收费的话说清楚');
  });

  it('is JSON for programs', async () => {
    const { stdout } = await guicheng(['log', '--data', data, '--format', 'json']);
    const { changes } = JSON.parse(stdout) as { changes: { commit: string; signatures: unknown[] }[] };
    expect(changes.map(({ commit }) => commit)).toEqual([versions[2], versions[1]]);
    expect(changes[0]!.signatures).toHaveLength(2);
  });

  it.each([
    ['an item nobody has', ['nobody', '--data', '.'], '没有仓库'],
    ['a folder without a repository', ['--data', '/nowhere'], '没有仓库'],
  ])('%s is wrong usage', async (_, args) => {
    const { code, stderr } = await guicheng(['log', ...args], work);
    expect([code, stderr]).toEqual([2, expect.stringContaining('没有仓库')]);
  });
});

describe('diff', () => {
  it('tells in words what changed between two commits of main', async () => {
    const { code, stdout } = await guicheng(['diff', versions[0]!, 'main', '--item', id, '--data', data]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^000000\/public-place-hygiene-licence\.yaml\n/);
    expect(stdout).toContain('* 办理时限 › 送达时限：10 个工作日 → 8 个工作日（缩短');
    expect(stdout).toContain('1 个文件，2 处改动');
  });

  it('takes days, and the beginning of a commit', async () => {
    const today = dayOf(new Date());
    const same = await guicheng(['diff', 'main', today, '--data', data]);
    expect(same.stdout).toContain('0 个文件，0 处改动');
    const one = await guicheng([
      'diff',
      versions[1]!.slice(0, 10),
      today,
      '--data',
      data,
      '--format',
      'json',
    ]);
    const { files } = JSON.parse(one.stdout) as { files: { path: string; changes: { risk: string }[] }[] };
    expect(files.map((file) => [file.path, file.changes.length])).toEqual([[path, 1]]);
  });

  it('compares folders, too', async () => {
    const { stdout } = await guicheng(['diff', 'items', 'items', '--item', id]);
    expect(stdout).toContain('0 个文件，0 处改动');
  });

  it.each([
    ['a version nobody has', ['1999-01-01', 'main'], '没有版本'],
    ['an item nobody has', ['main', 'main', '--item', 'nobody'], '没有事项'],
  ])('%s is wrong usage', async (_, args, words) => {
    const { code, stderr } = await guicheng(['diff', ...args, '--data', data]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('verify', () => {
  it('proves the whole, and names who answers for each file', async () => {
    const { code, stdout } = await guicheng(['verify', data, '--files']);
    expect(stdout).toContain('没有发现问题');
    expect(stdout).toMatch(
      /000000\/public-place-hygiene-licence\.yaml {2}[0-9a-f]{12} {2}drafter 写 wrote，reviewer（审核）、legal（法制审核） 签 signed/,
    );
    expect(stdout).toContain('已证明的改动 proven changes：2');
    expect(code).toBe(0);
  });

  it('ends with 1 and says where, when somebody has written to main past the studio', async () => {
    const dir = join(work, 'pushed.git');
    await cp(join(data, 'repository.git'), dir, { recursive: true });
    const git = async (...args: string[]) => (await runGit(args, { dir })).toString('utf8').trim();
    const tree = await git('rev-parse', 'main~1^{tree}');
    const pushed = await git('commit-tree', '-p', 'main', '-m', '回到从前', tree);
    await git('update-ref', 'refs/heads/main', pushed);
    const { code, stdout } = await guicheng(['verify', dir]);
    expect(code).toBe(1);
    expect(stdout).toContain('绕过审核写入正式目录');
    expect(stdout).toContain(`${pushed}：${path}`);
    const json = await guicheng(['verify', dir, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      faults: [{ kind: 'bypassed', where: 'main', at: pushed, about: [path] }],
    });
  });
});
