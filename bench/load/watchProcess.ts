import { readFileSync } from 'node:fs';

const everyMs = 5000;

interface Sample {
  /** Seconds since the watch began. */
  at: number;
  mib: number;
}

/** Watches the resident memory and the work of a process, until it is ended. */
export function watchProcess(pid: number) {
  const began = performance.now();
  const before = cpuSeconds(pid);
  const samples: Sample[] = [];
  const look = () => samples.push({ at: (performance.now() - began) / 1000, mib: residentMib(pid) });
  look();
  const timer = setInterval(look, everyMs);
  return {
    end() {
      clearInterval(timer);
      look();
      const seconds = (performance.now() - began) / 1000;
      const after = cpuSeconds(pid);
      const own = (after.own - before.own) / seconds;
      const gits = (after.children - before.children) / seconds;
      const first = mean(samples.filter(({ at }) => at <= 60));
      const last = mean(samples.filter(({ at }) => at >= seconds - 60));
      // The first half is a program that fills what it keeps; what grows after that goes on growing.
      const slope = slopeOf(samples.filter(({ at }) => at >= seconds / 2));
      return {
        rows: [
          { request: 'resident MiB, first minute', count: Math.round(first) },
          { request: 'resident MiB, last minute', count: Math.round(last) },
          { request: 'resident MiB a minute, second half', count: round(slope * 60) },
          { request: 'cores, the server', count: round(own) },
          { request: 'cores, its gits', count: round(gits) },
        ],
        result: {
          memoryFirstMinuteMiB: Math.round(first),
          memoryLastMinuteMiB: Math.round(last),
          memorySlopeMiBPerMinute: round(slope * 60),
          memoryMiB: samples.map(({ mib }) => Math.round(mib)),
          serverCores: round(own),
          gitCores: round(gits),
        },
      };
    },
  };
}

/** MiB of memory that process `pid` holds. */
export function residentMib(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kib) / 1024;
}

/** Seconds of processor that a process took, and the processes that it started and that have ended. */
export function cpuSeconds(pid: number): { own: number; children: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // Its name may hold anything; after the last bracket stands field 3.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (at: number) => Number(fields[at - 3]) / 100;
  return { own: ticks(14) + ticks(15), children: ticks(16) + ticks(17) };
}

function mean(samples: readonly Sample[]): number {
  return samples.reduce((sum, { mib }) => sum + mib, 0) / samples.length;
}

/** MiB a second, by least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const at = samples.reduce((sum, one) => sum + one.at, 0) / samples.length;
  const mib = mean(samples);
  const above = samples.reduce((sum, one) => sum + (one.at - at) * (one.mib - mib), 0);
  return above / samples.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
}

function round(value: number): number {
  return Number(value.toPrecision(2));
}
