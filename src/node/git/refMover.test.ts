import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { commitText } from '../../../tests/commitText.ts';
import { draftRef, GitError, Repository } from './index.ts';
import { RefMover } from './refMover.ts';

let dir: string;
let repository: Repository;
let oids: string[];
let mover: RefMover;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'guicheng-mover-'));
  repository = await Repository.open({ dir });
  oids = [];
  for (const text of ['一', '二', '三']) oids.push(await commitText(repository, text));
});
beforeEach(() => {
  mover = new RefMover(dir);
  return () => mover.close();
});
afterAll(async () => {
  repository.close();
  await rm(dir, { recursive: true, force: true });
});

let made = 0;
const newRef = () => draftRef(`01JA000000000000000000000${made++}`);
/** The processes that move refs of this repository. */
const movers = async () => {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid,args']);
  return stdout
    .split('\n')
    .filter((line) => line.includes(`--git-dir=${dir} update-ref`))
    .map((line) => Number.parseInt(line, 10));
};

it('moves one ref after another by one process, and logs each', async () => {
  const ref = newRef();
  const moves = [
    mover.move({ ref, from: undefined, to: oids[0]! }),
    mover.move({ ref, from: oids[0], to: oids[1]! }),
    mover.move({ ref: newRef(), from: undefined, to: oids[2]! }),
  ];
  await Promise.all(moves);
  expect(await movers()).toHaveLength(1);
  expect(await repository.readRef(ref)).toBe(oids[1]);
  expect((await readFile(join(dir, 'logs', ref), 'utf8')).trim().split('\n')).toHaveLength(2);
});

it('goes on after a move that git refuses, and one whose git was killed', async () => {
  const ref = newRef();
  await mover.move({ ref, from: undefined, to: oids[0]! });
  const refused = mover.move({ ref, from: oids[1], to: oids[2]! });
  const next = mover.move({ ref, from: oids[0], to: oids[1]! });
  await expect(refused).rejects.toThrow(GitError);
  await expect(refused).rejects.toThrow('expected');
  await next;
  for (const pid of await movers()) process.kill(pid, 'SIGKILL');
  await mover.move({ ref, from: oids[1], to: oids[2]! }).catch(() => undefined);
  await mover.move({ ref, from: await repository.readRef(ref), to: oids[0]! });
  expect(await repository.readRef(ref)).toBe(oids[0]);
});

it('is no reason to refuse a save, whose git was killed before it', async () => {
  const ref = newRef();
  expect((await repository.updateRef({ ref, from: undefined, to: oids[0]! })).kind).toBe('updated');
  for (const pid of await movers()) process.kill(pid, 'SIGKILL');
  expect((await repository.updateRef({ ref, from: oids[0], to: oids[1]! })).kind).toBe('updated');
  expect(await repository.readRef(ref)).toBe(oids[1]);
});

it('does what was asked for before it is closed, and leaves no process', async () => {
  const ref = newRef();
  const before = (await movers()).length;
  const moves = [
    mover.move({ ref, from: undefined, to: oids[0]! }),
    mover.move({ ref, from: oids[0], to: oids[1]! }),
  ];
  mover.close();
  await Promise.all(moves);
  expect(await repository.readRef(ref)).toBe(oids[1]);
  await expect.poll(async () => (await movers()).length).toBe(before);
});
