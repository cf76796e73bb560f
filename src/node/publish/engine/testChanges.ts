import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';

/** One change that somebody might make to a catalogue in a folder. */
export interface Change {
  words: string;
  apply(dir: string): void;
}

/** What is changed: files, or what stands under one key at the top of them. */
interface Kind {
  files: RegExp;
  key?: string;
}

/** Kinds of files, so that the few laws are met as often as the many items. */
const kinds: readonly Kind[] = [
  { files: /^000000\// },
  { files: /^\d{6}\/(?!adopt)/ },
  { files: /adopt\.yaml$/ },
  { files: /^laws\// },
  { files: /^agencies\// },
  { files: /^centres\// },
  { files: /^calendars\// },
  { files: /^bundles\// },
  { files: /^catalogue\.yaml$/ },
  { files: /^catalogue\.yaml$/, key: 'theme' },
  { files: /^catalogue\.yaml$/, key: 'codeLists' },
  { files: /^extension\// },
  { files: /^rules\// },
  { files: /^lists\// },
  { files: /^forms\// },
];

/** Changes of any file of `files`: a word, a number, a line, a file taken away or put back as it was. */
export function anyChange(files: ReadonlyMap<string, Uint8Array>): fc.Arbitrary<Change> {
  const groups = kinds
    .map(({ files: kind, key }) => ({ key, paths: [...files.keys()].filter((path) => kind.test(path)) }))
    .filter(({ paths }) => paths.length > 0);
  return fc
    .record({
      group: fc.nat(groups.length - 1),
      file: fc.nat(10_000),
      deed: fc.constantFrom('word', 'word', 'number', 'number', 'line', 'line', 'remove', 'restore', 'touch'),
      at: fc.nat(100_000),
    })
    .map(({ group, file, deed, at }) => {
      const { key, paths } = groups[group]!;
      const path = paths[file % paths.length]!;
      const words = `${deed} ${at} in ${path}${key === undefined ? '' : ` under ${key}`}`;
      return { words, apply: (dir) => change({ path: join(dir, path), key, deed, at }, files.get(path)!) };
    });
}

interface Deed {
  path: string;
  key: string | undefined;
  deed: string;
  at: number;
}

function change({ path, key, deed, at }: Deed, original: Uint8Array): void {
  const text = existsSync(path) ? readFileSync(path) : undefined;
  if (deed === 'remove' && !path.endsWith('catalogue.yaml')) rmSync(path, { force: true });
  // What was taken away, or bent out of shape, comes back by and by.
  else if (deed === 'restore' || text === undefined) writeFileSync(path, original);
  else if (path.endsWith('.yaml')) {
    const whole = text.toString();
    const [from, to] = blockOf(whole, key);
    const block = edited(whole.slice(from, to), deed, at);
    writeFileSync(path, `${whole.slice(0, from)}${block}${whole.slice(to)}`);
  } else writeFileSync(path, deed === 'touch' ? text : Buffer.concat([text, Buffer.from(String(at))]));
}

/** Where what stands under `key` begins and ends; the whole text where no key is asked for or none is there. */
function blockOf(text: string, key: string | undefined): [from: number, to: number] {
  const from = key === undefined ? -1 : text.search(new RegExp(`^${key}:`, 'm'));
  if (from < 0) return [0, text.length];
  const next = /^[a-zA-Z]/m.exec(text.slice(from + 1));
  return [from, next === null ? text.length : from + 1 + next.index];
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
