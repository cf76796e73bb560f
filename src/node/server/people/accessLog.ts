import { appendFile, mkdir, open, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { AccessEntry } from '../../../api/index.ts';
import { dayOf } from '../../../model/dayOf.ts';

/** Who asked what, when, with what result. No secrets: neither queries, headers nor bodies. */
export interface AccessLog {
  write(entry: AccessEntry): void;
  /** The latest `most`, newest first. */
  recent(most: number): Promise<AccessEntry[]>;
  /** When all that was written has reached the file. */
  saved(): Promise<void>;
}

/**
 * Days that the log is kept. The Cybersecurity Law, Art. 21 (3), asks for network logs of at least six months.
 */
const keptDays = 184;
/** Bytes read from the end of a day's file to show the latest. */
const tailBytes = 512 * 1024;

/** Opens the log in `dir`, a file a day; days past their time are removed. `onFault` hears where the disk refuses. */
export async function openAccessLog(
  dir: string,
  { clock = () => new Date(), onFault }: { clock?: () => Date; onFault: (error: unknown) => void },
): Promise<AccessLog> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  let lines: string[] = [];
  let writing = Promise.resolve();
  let sweptOn = '';

  async function sweep(today: string): Promise<void> {
    sweptOn = today;
    const first = fileOf(dayOf(new Date(clock().getTime() - keptDays * 86_400_000)));
    for (const name of await days(dir)) if (name < first) await rm(join(dir, name), { force: true });
  }
  async function writeLines(): Promise<void> {
    const text = lines.join('');
    lines = [];
    const today = dayOf(clock());
    if (sweptOn !== today) await sweep(today);
    await appendFile(join(dir, fileOf(today)), text, { mode: 0o600 });
  }
  return {
    write(entry) {
      lines.push(`${JSON.stringify(entry)}\n`);
      // What comes while one write is under way goes with the next.
      if (lines.length === 1) writing = writing.then(() => writeLines().catch(onFault));
    },
    async recent(most) {
      await writing;
      const found: AccessEntry[] = [];
      for (const name of (await days(dir)).reverse()) {
        for (const line of (await tailOf(join(dir, name))).reverse())
          if (found.length < most) found.push(JSON.parse(line) as AccessEntry); // our own lines
        if (found.length >= most) break;
      }
      return found;
    },
    saved: () => writing,
  };
}

const fileOf = (day: string) => `access-${day}.jsonl`;

async function days(dir: string): Promise<string[]> {
  return (await readdir(dir)).filter((name) => /^access-\d{4}-\d{2}-\d{2}\.jsonl$/.test(name)).sort();
}

/** The last whole lines of a file. */
async function tailOf(path: string): Promise<string[]> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.max(0, size - tailBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    const parts = buffer.subarray(0, bytesRead).toString('utf8').split('\n');
    // Before the first line break stands the rest of a line, after the last one a line cut off by a crash.
    return parts.slice(start === 0 ? 0 : 1, -1);
  } finally {
    await file.close();
  }
}
