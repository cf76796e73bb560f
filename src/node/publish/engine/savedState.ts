import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from './hashOf.ts';
import type { FileRecord } from './records.ts';
import type { FileStat } from './statFiles.ts';

/** A file about many guides, or of a bundle, as a build leaves it. */
export interface SetRecord extends FileRecord {
  /** Hash of what it says that it is made of. */
  key: string;
  reads: number[];
}

export interface PartRecord {
  name: string;
  reads: number[];
  files: SetRecord[];
}

/** What a build leaves for the next one: everything needed to prove that a page is what it would be. */
export interface State {
  /** Program, day, address, parts: all that every page depends on. */
  setting: string;
  /** Hash of the files that are no items. */
  frame: string;
  /** What the check of those files asked of the others. */
  frameReads: number[];
  /** When the build began, ms: what changed on the disk since may not be told by its time. */
  time: number;
  /** Of bundles and attachments, which files about many guides may show. */
  site: string;
  /** Of all published guides, in order. */
  places: readonly string[];
  /** Permits that their division's list leaves out. */
  unlisted: string[];
  questions: string[];
  answers: string[];
  links: string[];
  parts: PartRecord[];
  /** By path. */
  sources: Map<string, FileStat & { hash: string }>;
  outputs: Map<string, { hash: string; stat: FileStat | undefined }>;
  /** By id: the divisions that adopt the item, and its `ItemRecord` as JSON. */
  items: Map<string, { adopted: string; record: string }>;
  /** By id, as `slimText` writes it. */
  slim: Map<string, string>;
  /** By name of the digest, then by place of the guide: JSON. */
  digests: Map<string, Map<string, string>>;
}

/** A state of which some files are those of the one that stands there. */
export interface NextState extends Omit<State, 'items' | 'slim' | 'digests'> {
  items: State['items'];
  slim: State['slim'] | 'kept';
  digests: Map<string, Map<string, string> | 'kept'>;
}

const format = 'guicheng-build-3';
const headName = 'head.json';

interface Head extends Pick<
  State,
  | 'setting'
  | 'frame'
  | 'frameReads'
  | 'time'
  | 'site'
  | 'unlisted'
  | 'questions'
  | 'answers'
  | 'links'
  | 'parts'
> {
  format: string;
  files: Record<string, FileFacts>;
}

/** Letters as they are kept in memory, one byte or two each: most of the time of a record was putting them into UTF-8. */
type Encoding = 'latin1' | 'utf16le';

interface FileFacts {
  hash: string;
  encoding: Encoding;
}

/** A text as it is written, and what tells that it is read as it was. */
function encoded(text: string): { bytes: Buffer; facts: FileFacts } {
  const encoding = /[^\0-\xff]/.test(text) ? 'utf16le' : 'latin1';
  const bytes = Buffer.from(text, encoding);
  return { bytes, facts: { hash: hashOf(bytes), encoding } };
}

/** Writes `state` into `folder`, in place of what is there, in one step. */
export function saveState(folder: string, state: NextState): void {
  const { sources, outputs, items, slim, digests, places, ...head } = state;
  const files = new Map<string, string | 'kept'>([
    [
      'sources',
      lines(sources, ({ size, modified, changed, hash }) => `${size} ${modified} ${changed} ${hash}`),
    ],
    [
      'outputs',
      lines(outputs, ({ hash, stat }) =>
        stat === undefined ? hash : `${hash} ${stat.size} ${stat.modified} ${stat.changed}`,
      ),
    ],
    ['places', places.join('\n')],
    ['items', lines(items, ({ adopted, record }) => `${adopted}\t${record}`)],
    ['slim', slim === 'kept' ? slim : lines(slim, (json) => json)],
    ...[...digests].map(([name, of]): [string, string] => [
      `digest-${name}`,
      of === 'kept' ? of : lines(of, (json) => json),
    ]),
  ]);
  const building = `${folder}.new`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(building, { recursive: true });
  const before = [...files.values()].includes('kept') ? openState(folder) : undefined;
  const facts: Head['files'] = {};
  for (const [name, text] of files)
    if (text === 'kept') {
      facts[name] = before!.files[name]!;
      linkSync(join(folder, name), join(building, name));
    } else {
      const file = encoded(text);
      facts[name] = file.facts;
      writeFileSync(join(building, name), file.bytes);
    }
  const whole: Head = { format, ...head, files: facts };
  const bytes = Buffer.from(inLatin1(JSON.stringify(whole)), 'latin1');
  writeFileSync(join(building, headName), Buffer.concat([Buffer.from(`${hashOf(bytes)}\n`), bytes]));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(folder), { recursive: true });
  renameSync(building, folder);
}

/** What is in a state beside its head, read when it is asked for. @throws DamagedState where it is not what was written. */
export interface StoredState extends Head {
  file(name: string): string;
}

export class DamagedState extends Error {}

/** The state in `folder`; `undefined` where there is none that this program wrote whole. */
export function openState(folder: string): StoredState | undefined {
  const place = join(folder, headName);
  if (!existsSync(place)) return undefined;
  const stored = readFileSync(place);
  const end = stored.indexOf('\n');
  const bytes = stored.subarray(end + 1);
  if (hashOf(bytes) !== stored.toString('latin1', 0, end)) return undefined;
  // Its hash says that `saveState` wrote it.
  const head = JSON.parse(bytes.toString('latin1')) as Head;
  if (head.format !== format) return undefined;
  return {
    ...head,
    file: (name) => {
      const path = join(folder, name);
      const bytes = existsSync(path) ? readFileSync(path) : undefined;
      const facts = head.files[name];
      if (bytes === undefined || facts === undefined || hashOf(bytes) !== facts.hash)
        throw new DamagedState(`${path} is not what was written`);
      return bytes.toString(facts.encoding);
    },
  };
}

/** The same JSON in letters of one byte. */
function inLatin1(json: string): string {
  return json.replace(/[^\0-\xff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** A file of a state as a map. */
export function readLines<T>(text: string, value: (rest: string, key: string) => T): Map<string, T> {
  const found = new Map<string, T>();
  for (let from = 0; from < text.length;) {
    const end = text.indexOf('\n', from);
    const tab = text.indexOf('\t', from);
    const key = text.slice(from, tab);
    found.set(key, value(text.slice(tab + 1, end), key));
    from = end + 1;
  }
  return found;
}

export function readSources(text: string): State['sources'] {
  return readLines(text, (rest) => {
    const [size, modified, changed, hash = ''] = rest.split(' ');
    return { size: Number(size), modified: Number(modified), changed: Number(changed), hash };
  });
}

export function readOutputs(text: string): State['outputs'] {
  return readLines(text, (rest) => {
    const [hash = '', size = '', modified, changed] = rest.split(' ');
    const stat =
      size === '' ? undefined : { size: Number(size), modified: Number(modified), changed: Number(changed) };
    return { hash, stat };
  });
}

export function readItems(text: string): State['items'] {
  return readLines(text, (rest) => {
    const tab = rest.indexOf('\t');
    return { adopted: rest.slice(0, tab), record: rest.slice(tab + 1) };
  });
}

function lines<T>(of: ReadonlyMap<string, T>, value: (one: T) => string): string {
  const out: string[] = [];
  for (const [key, one] of of) out.push(key, '\t', value(one), '\n');
  return out.join('');
}
