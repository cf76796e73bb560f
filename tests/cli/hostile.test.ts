import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { hostileFiles } from '../hostile.ts';
import { guicheng, root } from './guicheng.ts';

// Each test starts a process or more, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let work: string;
beforeAll(async () => {
  work = await mkdtemp(join(tmpdir(), 'guicheng-hostile-'));
  await cp(join(root, 'items'), work, { recursive: true });
});
afterAll(() => rm(work, { recursive: true, force: true }));

it('every hostile file gets a diagnostic with its place, and the rest of the catalogue is still checked', async () => {
  for (const [name, bytes] of hostileFiles())
    await writeFile(join(work, '000000', `hostile-${name}.yaml`), bytes);
  // A fault in an ordinary file must still be found among them.
  const ordinary = join(work, '000000', 'water-abstraction-licence.yaml');
  const text = await readFile(ordinary, 'utf8');
  await writeFile(ordinary, `${text}\nnobody-knows-this: 1\n`);

  const { code, stdout, stderr } = await guicheng(['check', work, '--format', 'json']);
  expect(stderr).toBe('');
  expect(code).toBe(1);
  const { diagnostics } = JSON.parse(stdout) as {
    diagnostics: { code: string; file: string; message: string; range?: { start: { line: number } } }[];
  };
  for (const [name, , refusal, line] of hostileFiles()) {
    const found = diagnostics.filter((d) => d.file === `000000/hostile-${name}.yaml`);
    expect([found[0]?.code, found[0]?.range?.start.line], name).toEqual([refusal, line]);
    expect(
      found.every((d) => /[。]$/.test(d.message) && d.range !== undefined),
      name,
    ).toBe(true);
  }
  expect(diagnostics.map((d) => [d.file, d.code])).toContainEqual([
    '000000/water-abstraction-licence.yaml',
    'schema/additionalProperties',
  ]);
}, 60_000);
