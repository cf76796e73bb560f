// Runs a program that is not of Node and tells its peak memory as that of this process: see bench/check/peakMemory.mjs.
import { spawnSync } from 'node:child_process';

const [program, ...args] = process.argv.slice(2);
const { status, error, stderr } = spawnSync(program, args);
if (error) throw error;
if (status !== 0) {
  process.stderr.write(stderr);
  process.exit(status ?? 1);
}
