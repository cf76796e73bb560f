import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';

/** One change that somebody might make to a catalogue in a folder. */
export interface Change {
  words: string;
  apply(dir: string): void;
}

/** Kinds of files, so that the few laws are met as often as the many items. */
const kinds: readonly RegExp[] = [
  /^000000\//,
  /^\d{6}\/(?!adopt)/,
  /adopt\.yaml$/,
  /^laws\//,
  /^agencies\//,
  /^centres\//,
  /^calendars\//,
  /^bundles\//,
  /^catalogue\.yaml$/,
  /^extension\//,
  /^rules\//,
  /^lists\//,
  /^forms\//,
];

/** Changes of any file of `files`: a word, a number, a line, a file taken away or put back as it was. */
export function anyChange(files: ReadonlyMap<string, Uint8Array>): fc.Arbitrary<Change> {
  const groups = kinds
    .map((kind) => [...files.keys()].filter((path) => kind.test(path)))
    .filter((of) => of.length > 0);
  return fc
    .record({
      group: fc.nat(groups.length - 1),
      file: fc.nat(10_000),
      deed: fc.constantFrom('word', 'word', 'number', 'number', 'line', 'line', 'remove', 'restore', 'touch'),
      at: fc.nat(100_000),
    })
    .map(({ group, file, deed, at }) => {
      const of = groups[group]!;
      const path = of[file % of.length]!;
      const words = `${deed} ${at} in ${path}`;
      return { words, apply: (dir) => change(join(dir, path), files.get(path)!, deed, at) };
    });
}

function change(path: string, original: Uint8Array, deed: string, at: number): void {
  const text = existsSync(path) ? readFileSync(path) : undefined;
  if (deed === 'remove' && !path.endsWith('catalogue.yaml')) rmSync(path, { force: true });
  // What was taken away, or bent out of shape, comes back by and by.
  else if (deed === 'restore' || text === undefined) writeFileSync(path, original);
  else if (path.endsWith('.yaml')) writeFileSync(path, edited(text.toString(), deed, at));
  else writeFileSync(path, deed === 'touch' ? text : Buffer.concat([text, Buffer.from(String(at))]));
}

function edited(text: string, deed: string, at: number): string {
  const place = (pattern: RegExp): RegExpExecArray | undefined => {
    const all = [...text.matchAll(pattern)];
    return all[at % Math.max(all.length, 1)];
  };
  if (deed === 'word') {
    const found = place(/\p{Script=Han}{2,}/gu);
    return found === undefined ? text : `${text.slice(0, found.index)}改${text.slice(found.index)}`;
  }
  if (deed === 'number') {
    const found = place(/(?<=: )\d{1,3}(?=\s*$|[,}])/gm);
    if (found === undefined) return text;
    const [number] = found;
    return `${text.slice(0, found.index)}${Number(number) + 1}${text.slice(found.index + number.length)}`;
  }
  if (deed === 'line') {
    const lines = text.split('\n');
    lines.splice(at % lines.length, 1);
    return lines.join('\n');
  }
  return text;
}
