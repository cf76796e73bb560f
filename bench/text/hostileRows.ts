import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { hostileFiles } from '../../tests/hostile.ts';
import type { Outcome } from './readers.ts';

/** What became of one hostile file; no time where the process did not live to tell. */
export type Fate = Outcome & { milliseconds?: number };

const child = fileURLToPath(new URL('hostileChild.ts', import.meta.url));

/**
 * The fate of every hostile file under `reader`, in their order. It runs in processes of its own with a heap of
 * 512 MB; one that dies, or takes longer than `timeout` ms over a file, is followed by another for the rest.
 */
export async function fates(reader: string, rounds: number, timeout: number): Promise<Fate[]> {
  const found: Fate[] = [];
  const count = hostileFiles().length;
  while (found.length < count) {
    const before = found.length;
    const end = await run([reader, String(before), String(rounds)], timeout, (fate) => found.push(fate));
    if (end === 'done' && found.length < count)
      throw new Error(`The child of ${reader} ended early with nothing wrong`);
    if (end !== 'done') found.push(end);
  }
  return found;
}

function run(args: string[], timeout: number, tell: (fate: Fate) => void): Promise<Fate | 'done'> {
  return new Promise((resolve, reject) => {
    const reading = spawn(process.execPath, ['--max-old-space-size=512', '--import', 'tsx', child, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let late = false;
    let complaint = '';
    const wait = (): NodeJS.Timeout =>
      setTimeout(() => {
        late = true;
        reading.kill('SIGKILL');
      }, timeout);
    let timer = wait();
    createInterface({ input: reading.stdout }).on('line', (line) => {
      clearTimeout(timer);
      timer = wait();
      tell(JSON.parse(line) as Fate);
    });
    reading.stderr.on('data', (data: Buffer) => (complaint += data.toString()));
    reading.on('error', reject);
    reading.on('close', (code, signal) => {
      clearTimeout(timer);
      if (late) resolve({ kind: 'timeout', says: `over ${timeout / 1000} s` });
      else if (code === 0) resolve('done');
      else resolve({ kind: 'crash', says: lastWords(complaint) || `signal ${signal}` });
    });
  });
}

function lastWords(complaint: string): string {
  return /FATAL ERROR: .*|\w*Error: .*/.exec(complaint)?.[0].slice(0, 60) ?? '';
}
