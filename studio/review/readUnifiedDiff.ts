/** A line of a difference; numbers are those of the old and the new file, from 1. */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added' | 'note';
  text: string;
  old?: number;
  now?: number;
}

/** A stretch of lines that belong together. */
export interface Hunk {
  lines: DiffLine[];
}

/** Reads git's unified difference of one file, headers before the first `@@` left out. */
export function readUnifiedDiff(text: string): Hunk[] {
  const hunks: Hunk[] = [];
  let [old, now] = [0, 0];
  for (const line of text.replace(/\n$/, '').split('\n')) {
    const head = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (head) {
      [old, now] = [Number(head[1]), Number(head[2])];
      hunks.push({ lines: [] });
      continue;
    }
    const lines = hunks.at(-1)?.lines;
    if (lines === undefined) continue;
    const content = line.slice(1).replace(/\r$/, '');
    if (line.startsWith('-')) lines.push({ kind: 'removed', text: content, old: old++ });
    else if (line.startsWith('+')) lines.push({ kind: 'added', text: content, now: now++ });
    else if (line.startsWith('\\')) lines.push({ kind: 'note', text: content.trim() });
    else lines.push({ kind: 'same', text: content, old: old++, now: now++ });
  }
  return hunks;
}
