import { expect, it, vi } from 'vitest';
import { sampleDir } from '../sampleCatalogue.ts';
import { guicheng } from './guicheng.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const explain = (...args: string[]) => guicheng(['explain', ...args, '--dir', sampleDir]);

it('tells the value, its origin and what each level says', async () => {
  const { code, stdout } = await explain('food-business-licence', '承诺时限', '--division', '511502');
  expect(code).toBe(0);
  expect(stdout).toContain('办理时限·承诺时限（limits.promised）');
  expect(stdout).toMatch(
    /值 value：5 个工作日\n {2}出处 from：翠屏区 511502\/food-business-licence\.yaml:\d+/,
  );
  expect(stdout).toMatch(/国家：8 个工作日 {2}000000\/food-business-licence\.yaml:\d+/);
  expect(stdout).toContain('只能减少');
});

it('gives the same as JSON', async () => {
  const { stdout } = await explain(
    'public-place-hygiene-licence',
    'materials.list.rules',
    '--division',
    '511500',
    '--json',
  );
  const { fields } = JSON.parse(stdout) as {
    fields: { value: unknown; layers: { kind: string; line: number }[] }[];
  };
  expect(fields).toHaveLength(1);
  expect(fields[0]!.value).toBeNull();
  expect(fields[0]!.layers.map(({ kind }) => kind)).toEqual(['value', 'removes']);
  expect(fields[0]!.layers[1]!.line).toBeGreaterThan(1);
});

it.each([
  ['field', ['food-business-licence', '承诺期限', '--division', '511502'], 'limits.promised（承诺时限）'],
  ['item', ['food-business', '--division', '511502'], 'food-business-licence'],
  ['division', ['food-business-licence', '--division', '999999'], '没有行政区划“999999”'],
])('an unknown %s is wrong usage, and what is near is named', async (_, args, near) => {
  const { code, stderr } = await explain(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(near);
});
