import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf } from './hashOf.ts';
import type { Batch } from './itemWorker.ts';
import type { FileRecord, ItemRecord } from './records.ts';
import {
  DamagedState,
  openState,
  readItems,
  readLines,
  readOutputs,
  readSources,
  type NextState,
  type PartRecord,
  type SetRecord,
  type State,
  type StoredState,
} from './savedState.ts';
import { addVersion, type NewVersion } from './keptVersions.ts';
import { slimChain, type SlimChain } from './slimItem.ts';
import { statOf, type FileStat } from './statFiles.ts';
import type { Places } from './swapFiles.ts';
import type { Workbench } from './workbench.ts';

/** Numbers that a thread gives to questions and links, as this thread has them. */
export interface Numbering {
  questions: number[];
  links: number[];
}

/** Questions that are answered by more than what the hash of the frame covers. */
const atOnce: ReadonlySet<string> = new Set(['file', 'versions', 'checked']);

/** What is known of all items in the course of a build: what an earlier one left, replaced by what is made now. */
export class Results {
  readonly sources: State['sources'] = new Map();
  readonly items: State['items'] = new Map();
  readonly parts = new Map<string, PartRecord>();
  /** Digests of which some guide's is not what it was. */
  readonly changedDigests = new Set<string>();
  slimChanged = false;
  frameReads: number[] = [];
  /** Pages and records of versions that this build has made, to be kept. */
  readonly newKept = new Set<string>();
  readonly newVersions: NewVersion[] = [];
  /** Of bundles and attachments. */
  site = '';
  readonly #bench: Workbench;
  readonly #stats: ReadonlyMap<string, FileStat>;
  readonly #stored: StoredState | undefined;
  readonly #outputs: State['outputs'];
  readonly #digests = new Map<string, Map<string, string>>();
  #slim: Map<string, string> | undefined;
  #placesChanged = false;
  /** What became of the guides of the items that were put, as `statesOf` says it. */
  readonly #states = new Map<string, string>();
  /** To questions of the earlier build, where they are other ones now. */
  readonly #answers = new Map<number, string>();
  readonly #gone = new Set<string>();
  readonly #versions: NewVersion[] = [];
  readonly #added = new Map<string, string>();

  private constructor(
    bench: Workbench,
    stats: ReadonlyMap<string, FileStat>,
    stored?: StoredState,
    outputs: State['outputs'] = new Map(),
  ) {
    this.#bench = bench;
    this.#stats = stats;
    this.#stored = stored;
    this.#outputs = outputs;
    if (stored === undefined) {
      this.#slim = new Map();
      return;
    }
    for (const question of stored.questions) bench.recorded.numberOf(question);
    for (const link of stored.links) bench.context.linkNumber(link);
    for (const [path, { hash }] of outputs) bench.standing.set(path, { hash });
    this.sources = readSources(stored.file('sources'));
    this.items = readItems(stored.file('items'));
    this.site = stored.site;
    this.frameReads = stored.frameReads;
    for (const part of stored.parts) this.parts.set(part.name, part);
  }

  static empty(bench: Workbench, stats: ReadonlyMap<string, FileStat>): Results {
    return new Results(bench, stats);
  }

  /**
   * What the build of the same setting left; `undefined` where there is none, or where a page is not what it wrote.
   * @throws DamagedState where what it left was changed.
   */
  static open(
    { cache, out }: Places,
    setting: string,
    bench: Workbench,
    stats: ReadonlyMap<string, FileStat>,
  ): Results | undefined {
    // A release gives its files more names, and each changes when their entries were changed.
    const isReleased = bench.kept !== undefined;
    const stored = openState(cache);
    if (stored?.setting !== setting) return undefined;
    const outputs = readOutputs(stored.file('outputs'));
    for (const [path, output] of outputs) {
      const [is, was] = [statOf(join(out, path)), output.stat];
      if (is === undefined) return undefined;
      if (is.size === was?.size && is.modified === was.modified && (isReleased || is.changed === was.changed))
        continue;
      // Copied or restored, perhaps; its bytes tell.
      if (hashOf(readFileSync(join(out, path))) !== output.hash) return undefined;
      output.stat = is;
    }
    return new Results(bench, stats, stored, outputs);
  }

  get isEarlier(): boolean {
    return this.#stored !== undefined;
  }
  get frame(): string | undefined {
    return this.#stored?.frame;
  }
  get time(): number {
    return this.#stored?.time ?? 0;
  }
  get earlierLinks(): number {
    return this.#stored?.links.length ?? 0;
  }

  recordOf(id: string): ItemRecord | undefined {
    const item = this.items.get(id);
    return item && (JSON.parse(item.record) as ItemRecord);
  }

  *records(): Iterable<ItemRecord> {
    for (const { record } of this.items.values()) yield JSON.parse(record) as ItemRecord;
  }

  /** Numbers of questions whose answers are not what the earlier build was given. `items`: whose files changed. */
  changedAnswers(frame: string, items: ReadonlySet<string>): Set<number> {
    const changed = new Set<number>();
    const { recorded } = this.#bench;
    for (const [number, question] of (this.#stored?.questions ?? []).entries()) {
      const [name = '', rest = ''] = question.split('\u0001');
      const isOfItems = (name === 'data' && (rest === 'items' || rest === '')) || name === 'itemName';
      if (isOfItems ? name === 'itemName' && !items.has(rest) : frame === this.frame && !atOnce.has(name))
        continue;
      const answer = recorded.answerOf(question);
      if (answer === this.#stored!.answers[number]) continue;
      changed.add(number);
      this.#answers.set(number, answer);
    }
    return changed;
  }

  /** Positions of the items that have to be worked on. */
  wanted(changedFiles: ReadonlySet<string>, changed: ReadonlySet<number>): number[] {
    const asks = (reads: readonly number[]) => reads.some((read) => changed.has(read));
    return [...this.#bench.frame.items.entries()].flatMap(([position, plan]) => {
      const known = this.items.get(plan.id);
      if (known === undefined || changedFiles.has(plan.id) || known.adopted !== adoptedText(plan))
        return position;
      if (changed.size === 0) return [];
      const { checkReads, guides } = JSON.parse(known.record) as ItemRecord;
      return asks(checkReads) || guides.some(({ reads }) => asks(reads)) ? position : [];
    });
  }

  /** Takes away items that are no more. */
  forget(ids: ReadonlySet<string>): void {
    for (const id of this.items.keys()) if (!ids.has(id)) this.#drop(id);
  }

  #drop(id: string): void {
    const record = this.recordOf(id);
    if (record === undefined) return;
    this.items.delete(id);
    this.#slimOf().delete(id);
    this.slimChanged = true;
    this.#placesChanged = true;
    for (const { division, files, digests } of record.guides) {
      this.#goneOf(files);
      for (const name of Object.keys(digests)) this.#setDigest(name, `${division}/${id}`, undefined);
    }
  }

  #setDigest(name: string, place: string, text: string | undefined): void {
    this.changedDigests.add(name);
    const of = this.digestsOf(name);
    if (text === undefined) of.delete(place);
    else of.set(place, text);
  }

  /** Takes over what was made of some items, by this thread or by one with numbers of its own. */
  take({ works, questions, links }: Batch, numbering?: Numbering): void {
    if (numbering !== undefined) {
      for (const question of questions) numbering.questions.push(this.#bench.recorded.numberOf(question));
      for (const link of links) numbering.links.push(this.#bench.context.linkNumber(link));
    }
    for (const { item, work } of works) {
      const plan = this.#bench.frame.items[item]!;
      const record = numbering === undefined ? work.record : renumbered(work.record, numbering);
      this.put(plan.id, adoptedText(plan), record, work.digests.guides, work.digests.slim);
      for (const [path, hash] of work.hashes) {
        const stat = this.#stats.get(path)!;
        this.sources.set(path, { ...stat, hash });
      }
    }
  }

  /** Puts an item in the place of what is known of it. */
  put(
    id: string,
    adopted: string,
    record: ItemRecord,
    digests: Record<string, Record<string, string>>,
    slim: string,
  ): void {
    const before = this.recordOf(id);
    if (statesOf(before) !== statesOf(record)) this.#placesChanged = true;
    this.items.set(id, { adopted, record: JSON.stringify(record) });
    this.#states.set(id, statesOf(record));
    if (before?.slim !== record.slim) {
      this.slimChanged = true;
      this.#slimOf().set(id, slim);
    }
    for (const { division, files, digests: hashes } of before?.guides ?? []) {
      this.#goneOf(files);
      const now = record.guides.find((one) => one.division === division);
      for (const name of Object.keys(hashes))
        if (now?.digests[name] === undefined) this.#setDigest(name, `${division}/${id}`, undefined);
    }
    for (const { division, files, digests: hashes, version } of record.guides) {
      if (version !== undefined) this.#versions.push({ place: `${division}/${id}`, version });
      for (const file of files) this.#add(file);
      const was = before?.guides.find((one) => one.division === division)?.digests;
      for (const [name, hash] of Object.entries(hashes))
        if (was?.[name] !== hash) this.#setDigest(name, `${division}/${id}`, digests[division]![name]!);
    }
  }

  #goneOf(files: readonly FileRecord[]): void {
    for (const { path, isKept } of files) if (isKept !== true) this.#gone.add(path);
  }

  #add({ path, hash, isKept }: FileRecord): void {
    if (isKept === true) {
      if (this.newKept.has(path)) throw new Error(`Two versions of the site at ${path}`);
      this.newKept.add(path);
      return;
    }
    if (this.#added.has(path)) throw new Error(`Two files of the site at ${path}`);
    this.#added.set(path, hash);
  }

  /** Puts the files of a part in the place of those that it had. */
  putPart(part: PartRecord): void {
    this.#goneOf(this.parts.get(part.name)?.files ?? []);
    this.parts.set(part.name, part);
    for (const file of part.files) this.#add(file);
  }

  partFile(part: string): Map<string, SetRecord> {
    return new Map(this.parts.get(part)?.files.map((file) => [file.path, file]));
  }

  /** Digests by place of the guide. */
  digestsOf(name: string): Map<string, string> {
    let of = this.#digests.get(name);
    if (of === undefined) {
      of =
        this.#stored === undefined
          ? new Map<string, string>()
          : readLines(this.#stored.file(`digest-${name}`), (rest) => rest);
      this.#digests.set(name, of);
    }
    return of;
  }

  #slimOf(): Map<string, string> {
    return (this.#slim ??= readLines(this.#stored!.file('slim'), (rest) => rest));
  }

  /** All items as the rules across the catalogue see them, in the order of the files of the bases, as a catalogue has them. */
  slimChains(): SlimChain[] {
    return [...this.#slimOf()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, text]) => slimChain(id, text));
  }

  /** Places of all published guides, by division, then in the order of adoption; and permits that lists leave out. */
  places(frame: string): { places: readonly string[]; unlisted: string[]; isSame: boolean } {
    if (this.#stored !== undefined && !this.#placesChanged && frame === this.frame) {
      const text = this.#stored.file('places');
      return { places: text === '' ? [] : text.split('\n'), unlisted: this.#stored.unlisted, isSame: true };
    }
    const published = new Map<string, Set<string>>();
    const unlisted: string[] = [];
    for (const id of this.items.keys())
      for (const [division, state] of statesIn(this.#states.get(id) ?? statesOf(this.recordOf(id))))
        if (state === 'unlisted') unlisted.push(`${division}/${id}`);
        else if (state === 'published') {
          const of = published.get(division);
          if (of === undefined) published.set(division, new Set([id]));
          else of.add(id);
        }
    const places = [...this.#bench.frame.adoptions]
      .sort(([a], [b]) => a.localeCompare(b))
      .flatMap(([division, { value }]) => {
        const of = published.get(division);
        const ids = new Set((value.items ?? []).flatMap(({ id = '' }) => (of?.has(id) === true ? id : [])));
        return [...ids].map((id) => `${division}/${id}`);
      });
    const isSame = this.#stored !== undefined && places.join('\n') === this.#stored.file('places');
    return { places, unlisted: unlisted.sort(), isSame };
  }

  /** Every file of the site, with how many were made and which are gone. */
  outputs(): { outputs: State['outputs']; made: number; removed: string[] } {
    const outputs: State['outputs'] = this.#outputs;
    let made = 0;
    const removed: string[] = [];
    for (const path of this.#gone)
      if (!this.#added.has(path)) {
        outputs.delete(path);
        removed.push(path);
      }
    for (const [path, hash] of this.#added) {
      if (outputs.get(path)?.hash === hash) continue;
      made++;
      outputs.set(path, { hash, stat: undefined });
    }
    return { outputs, made, removed };
  }

  /** Adds what guides say now to the versions that are known; nothing may be made after it. */
  addVersions(): void {
    const { kept } = this.#bench;
    if (kept === undefined) return;
    for (const one of this.#versions)
      if (addVersion(kept.known, one.place, one.version)) this.newVersions.push(one);
  }

  isMade(path: string): boolean {
    return this.#added.has(path);
  }

  state(rest: Pick<NextState, 'setting' | 'frame' | 'time' | 'places' | 'unlisted' | 'outputs'>): NextState {
    const { recorded, links, context } = this.#bench;
    const questions = [...recorded.questions()];
    const digests = new Map<string, Map<string, string> | 'kept'>(
      context.digests.map(({ name }) => [
        name,
        this.#stored === undefined || this.changedDigests.has(name) ? this.digestsOf(name) : 'kept',
      ]),
    );
    const sources = new Map([...this.sources].filter(([path]) => this.#bench.frame.files.has(path)));
    return {
      ...rest,
      site: this.site,
      frameReads: this.frameReads,
      questions,
      // What the last build was given and is not changed is given still; but this one may have added versions.
      answers: questions.map((question, number) => {
        const known = question.startsWith('versions\u0001')
          ? undefined
          : (this.#answers.get(number) ?? this.#stored?.answers[number]);
        return known ?? recorded.answerOf(question);
      }),
      links,
      parts: [...this.parts.values()],
      sources,
      items: this.items,
      slim: this.slimChanged || this.#stored === undefined ? this.#slimOf() : 'kept',
      digests,
    };
  }
}

/** What became of each guide of an item, as text. */
function statesOf(record: ItemRecord | undefined): string {
  return (record?.guides ?? []).map(({ division, state }) => `${division} ${state}`).join('\n');
}

function statesIn(text: string): [division: string, state: string][] {
  return text === '' ? [] : text.split('\n').map((line) => [line.slice(0, 6), line.slice(7)]);
}

/** The divisions that adopt an item, as text. */
export function adoptedText({
  adopted,
}: {
  adopted: { division: string; from: string; position: number }[];
}): string {
  return adopted.map(({ division, from }) => `${division}${from}`).join(' ');
}

/** A record with the numbers of this thread in place of another's. @throws DamagedState where a number is unknown. */
export function renumbered(record: ItemRecord, { questions, links }: Numbering): ItemRecord {
  return {
    ...record,
    checkReads: numbersBy(record.checkReads, questions),
    guides: record.guides.map((guide) => ({
      ...guide,
      reads: numbersBy(guide.reads, questions),
      files: guide.files.map((file) => ({ ...file, links: numbersBy(file.links, links) })),
    })),
  };
}

function numbersBy(numbers: readonly number[], by: readonly number[]): number[] {
  return numbers.map((number) => {
    const ours = by[number];
    if (ours === undefined) throw new DamagedState(`No question or link has the number ${number}`);
    return ours;
  });
}
