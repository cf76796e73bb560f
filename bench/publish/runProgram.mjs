// Runs a program that is not of Node and tells its peak memory as that of this process, see bench/check/peakMemory.mjs:
// the system keeps the most that a process held for as long as it runs, and it is looked at every few milliseconds.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const [program, ...args] = process.argv.slice(2);
const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
const status = `/proc/${child.pid}/status`;
let peak = 0;
const timer = setInterval(() => {
  // A process that has ended holds nothing; elsewhere than on Linux there is no such file.
  const held = existsSync(status) && /VmHWM:\s+(\d+) kB/.exec(readFileSync(status, 'utf8'));
  if (held) peak = Number(held[1]);
}, 10);
child.on('error', (error) => {
  throw error;
});
child.on('exit', (code) => {
  clearInterval(timer);
  process.exitCode = code ?? 1;
  // Behind the hook that tells of this process.
  process.on('exit', () => writeFileSync(process.env.PEAK_FILE, String(peak)));
});
