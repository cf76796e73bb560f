import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { guicheng, root } from './guicheng.ts';

vi.setConfig({ testTimeout: 60_000 });

const dir = join(root, 'items');
const bundle = (...args: string[]) => guicheng(['bundle', ...args, '--dir', dir]);

it('tells members, order, days, materials and what is still open', async () => {
  const { code, stdout } = await bundle('construction-project', '--division', '510703');
  expect(code).toBe(0);
  expect(stdout).toContain('工程建设项目开工（涪城区）');
  expect(stdout).toMatch(/环境影响评价审批（eia）：\d+ 个工作日（.*由绵阳市实施）/);
  expect(stdout).toContain('建设工程规划许可证核发 → 建筑工程施工许可（材料 material：planning）');
  const [, parts = '', sum] = /依次办 one after another：([\d +]+) = (\d+) 个工作日/.exec(stdout) ?? [];
  expect(parts.split(' + ').reduce((total, part) => total + Number(part), 0)).toBe(Number(sum));
  expect(stdout).toContain('不用交 inside：建设工程规划许可证');
  expect(stdout).toContain('还可以回答 still open');
});

it('narrows by answers, and says the same as JSON', async () => {
  const answers = ['--answer', 'venue=small', '--answer', 'key=key-no', '--answer', 'agent=self'];
  const { stdout } = await bundle('open-restaurant', '--division', '511502', ...answers, '--json');
  const said = JSON.parse(stdout) as {
    ruledOut: string[];
    remaining: string[];
    members: { id: string; ownLimit: { value: number } }[];
    limit: { apart: { days: number } };
    materials: { list: { name: string; shared?: string; of: { member: string }[] }[] };
  };
  expect(said.ruledOut).toEqual(['fire']);
  expect(said.remaining).toEqual([]);
  expect(said.limit.apart.days).toBe(said.members.reduce((sum, { ownLimit }) => sum + ownLimit.value, 0));
  const form = said.materials.list.find(({ shared }) => shared === 'application');
  expect(form?.of.map(({ member }) => member)).toEqual(['food', 'drainage']);
});

it.each([
  ['a bundle nobody wrote', ['nothing', '--division', '511502'], /没有一件事“nothing”。现有：/],
  ['a division that does not offer it', ['open-clinic', '--division', '360100'], /“360100”不提供这件事/],
  ['no division', ['open-clinic'], /--division/],
  ['an answer to no question', ['open-clinic', '--division', '511502', '--answer', 'x=1'], /“?x/],
  ['an option that is none', ['open-clinic', '--division', '511502', '--answer', 'key=maybe'], /maybe/],
])('%s is refused, exit 2', async (_, args, message) => {
  const { code, stderr } = await bundle(...args);
  expect(code).toBe(2);
  expect(stderr).toMatch(message);
});
