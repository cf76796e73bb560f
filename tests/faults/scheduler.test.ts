import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomOf } from './random.ts';
import { interleave } from './store/interleave.ts';

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'guicheng-schedule-'))));
afterAll(() => rm(dir, { recursive: true, force: true }));

test('an interleaving is had again by its seed, and another seed gives another', async () => {
  const run = async (name: string, seed: number) => {
    await mkdir(join(dir, name));
    const { steps, acknowledged } = await interleave(join(dir, name, 'r.git'), {
      count: 4,
      random: randomOf(seed),
    });
    // Ids of commits are not compared: the catalogue is put in by an operation of its own each time.
    return {
      steps,
      acknowledged: acknowledged.map(({ request, text }) => ({ who: request.operation, text })),
    };
  };
  const [one, again, other] = [await run('one', 3), await run('again', 3), await run('other', 4)];
  expect(again).toEqual(one);
  expect(other.steps).not.toEqual(one.steps);
  // Both servers take part, and what one writes goes stale by the other now and then.
  for (const step of ['0 updateRef', '1 updateRef', 'again']) expect(one.steps).toContain(step);
}, 60_000);
