import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const everyMs = 20;

/** A program from start to end: seconds, and the most memory that it held (the system's own high-water mark). */
export async function measuredRun(
  program: string,
  args: readonly string[],
): Promise<{ seconds: number; peakMiB: number }> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] });
  const errors: Buffer[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
  let peakMiB = 0;
  const look = () => {
    try {
      const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      peakMiB = Math.max(peakMiB, Number(kib ?? 0) / 1024);
    } catch {
      // It has just ended, and its mark is known to the last look.
    }
  };
  const timer = setInterval(look, everyMs);
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  clearInterval(timer);
  if (code !== 0)
    throw new Error(`${program} ended with ${code}: ${Buffer.concat(errors).toString().slice(0, 2000)}`);
  return { seconds: (performance.now() - start) / 1000, peakMiB };
}
