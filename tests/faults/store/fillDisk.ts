import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, statfs, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ulid } from 'ulid';
import { judge, type Acknowledged, type Verdict } from './judge.ts';
import { files, openStore } from './openStore.ts';
import { WritingProcess } from './process.ts';
import { perform, type Request } from './request.ts';

const run = promisify(execFile);

export interface FullDisk {
  /** Writes that were refused for want of room, and those among them that did not say so. */
  refused: number;
  unsaid: string[];
  acknowledged: number;
  verdict: Verdict;
}

const mebibyte = 1024 * 1024;

/** A text that takes all of its length on the disk. */
function longText(): string {
  return `id: a # ${randomBytes(60_000).toString('base64')}\n`;
}

/** Writes on a disk that is full, with room made now and then; `undefined` where no small disk can be mounted. */
export async function fillDisk(parent: string, count: number): Promise<FullDisk | undefined> {
  const disk = await mkdtemp(join(parent, 'disk-'));
  const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', disk]).then(
    () => true,
    () => false,
  );
  if (!mounted) return undefined;
  try {
    const store = await openStore(join(disk, 'r.git'));
    const ballast = join(disk, 'ballast');
    const { bavail, bsize } = await statfs(disk);
    let size = bavail * bsize - mebibyte;
    await writeFile(ballast, Buffer.alloc(size));
    const told = { refused: 0, unsaid: [] as string[] };
    const acknowledged: Acknowledged[] = [];
    const create: Request = { kind: 'create', who: 'drafter', operation: ulid(), title: '满' };
    const created = await perform(store, create);
    if (created.kind !== 'acknowledged') throw new Error(created.why);
    let tip = created.oid;
    const save = async (content: string) => {
      const request: Request = {
        kind: 'save',
        who: 'drafter',
        operation: ulid(),
        draft: create.operation,
        path: files[0],
        content,
        ifMatch: tip,
      };
      const answer = await perform(store, request);
      if (answer.kind !== 'acknowledged') throw new Error(answer.why);
      acknowledged.push({ request, oid: answer.oid, text: content });
      tip = answer.oid;
    };
    while (told.refused < count) {
      try {
        await save(longText());
      } catch (error) {
        told.refused++;
        if (!/No space left on device|Out of diskspace|ENOSPC/.test(String(error)))
          told.unsaid.push(String(error));
        if (told.refused % Math.max(1, Math.floor(count / 20)) === 0) {
          size = Math.max(0, size - mebibyte / 4);
          await truncate(ballast, size);
        }
      }
    }
    await rm(ballast);
    await save('id: a\n');
    const verdict = await judge(store, acknowledged);
    store.close();
    return { ...told, acknowledged: acknowledged.length, verdict };
  } finally {
    await run('umount', [disk]);
    await rm(disk, { recursive: true });
  }
}

/** Writes by a process that may not write files larger than 16 KiB: what is larger is refused, and nothing is lost. */
export async function limitFiles(script: string, dir: string, count: number): Promise<FullDisk> {
  (await openStore(dir)).close();
  const worker = new WritingProcess(script, [dir], 'ulimit -f 32;');
  await worker.ready();
  const acknowledged: Acknowledged[] = [];
  const told = { refused: 0, unsaid: [] as string[] };
  const create: Request = { kind: 'create', who: 'drafter', operation: ulid(), title: '限' };
  const created = await worker.perform(create);
  if (created.kind !== 'acknowledged') throw new Error('The draft was not made');
  let tip = created.oid;
  for (let i = 0; told.refused < count; i++) {
    const content = i % 4 === 0 ? `id: a # ${i}\n` : longText();
    const request: Request = {
      kind: 'save',
      who: 'drafter',
      operation: ulid(),
      draft: create.operation,
      path: files[0],
      content,
      ifMatch: tip,
    };
    const outcome = await worker.perform(request);
    if (outcome.kind === 'acknowledged') {
      acknowledged.push({ request, oid: outcome.oid, text: content });
      tip = outcome.oid;
    } else if (outcome.kind === 'failed' && i % 4 !== 0) told.refused++;
    else told.unsaid.push(JSON.stringify(outcome));
    if (outcome.kind === 'killed') break;
  }
  await worker.kill();
  const store = await openStore(dir);
  const verdict = await judge(store, acknowledged);
  store.close();
  return { ...told, acknowledged: acknowledged.length, verdict };
}
