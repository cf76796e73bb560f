import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartProblem } from './startProblem.ts';

/** Who holds a data folder: a process, told from a later one of the same number by when it started. */
interface Holder {
  pid: number;
  /** Ticks since the machine started; absent where the system does not tell. */
  started?: string;
  /** Makes every lock another text, so that one that was replaced is seen. */
  nonce: string;
}

/** A takeover takes milliseconds; one that is older was cut off. */
const takeoverMs = 10_000;

/**
 * Takes the data folder `dir` for this process alone, and gives what lets it go. Two servers on one folder would
 * each take the other's work for the remains of a kill: locks, half-built releases, a publish under way. A lock
 * whose process has ended is taken over.
 * @throws StartProblem where another process holds it.
 */
export async function lockData(dir: string): Promise<() => Promise<void>> {
  const path = join(dir, 'server.lock');
  const nonce = randomBytes(8).toString('hex');
  const started = await startOf(process.pid);
  const mine: Holder = { pid: process.pid, nonce, ...(started !== undefined && { started }) };
  const text = JSON.stringify(mine);
  const part = `${path}.${nonce}.part`;
  await writeFile(part, text, { flag: 'wx', mode: 0o600 });
  try {
    while (!(await created(part, path))) {
      const held = await readText(path);
      if (held === undefined) continue;
      const holder = holderOf(held);
      if (holder !== undefined && (await isAlive(holder))) throw inUse(dir, holder.pid, path);
      await takeOver({ part, path, held });
      if ((await readText(path)) === text) break;
      await sleep(20);
    }
  } finally {
    await rm(part, { force: true });
  }
  return async () => {
    if ((await readText(path)) === text) await rm(path, { force: true });
  };
}

/**
 * Puts `part` in the place of the dead lock `held`. Only one process can claim that very lock, so a live one that
 * another put there meanwhile is never replaced.
 */
async function takeOver({ part, path, held }: { part: string; path: string; held: string }): Promise<void> {
  const claim = `${path}.${holderOf(held)?.nonce ?? 'unread'}.claim`;
  if (!(await created(part, claim))) {
    const age = await stat(claim).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (age > takeoverMs) await rm(claim, { force: true });
    return;
  }
  try {
    if ((await readText(path)) === held) await rename(claim, path);
  } finally {
    await rm(claim, { force: true });
  }
}

/** Whether `path` was not there and is now a second name of `part`. */
function created(part: string, path: string): Promise<boolean> {
  return link(part, path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return false;
      throw error;
    },
  );
}

async function isAlive({ pid, started }: Holder): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // It is there and somebody else's, or it is not there.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = await startOf(pid);
  return started === undefined || now === undefined || now === started;
}

/** When a process started, from Linux's /proc (proc_pid_stat(5), field 22); `undefined` elsewhere. */
async function startOf(pid: number): Promise<string | undefined> {
  const text = await readText(`/proc/${pid}/stat`);
  // The second field is the command in parentheses, which may hold spaces and parentheses itself.
  return text?.slice(text.lastIndexOf(')') + 2).split(' ')[19];
}

function holderOf(text: string): Holder | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { pid, started, nonce } = (value ?? {}) as Partial<Holder>;
  if (!Number.isInteger(pid) || pid! <= 0 || typeof nonce !== 'string' || !/^[0-9a-f]{16}$/.test(nonce))
    return undefined;
  return { pid: pid!, nonce, ...(typeof started === 'string' && { started }) };
}

function readText(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ESRCH') return undefined;
    throw error;
  });
}

function inUse(dir: string, pid: number, path: string): StartProblem {
  return new StartProblem(
    `数据文件夹“${dir}”正由另一个工作台使用（进程 ${pid}）。请先停止它，或用 --data 换一个文件夹；如确认没有在运行，可删除 ${path}。`,
    `The data folder "${dir}" is in use by another studio (process ${pid}). Stop that one, or choose another folder with --data; if none is running, delete ${path}.`,
  );
}
