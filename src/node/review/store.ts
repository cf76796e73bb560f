import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { Deed, Member, Person, ReaderReport } from '../../review/index.ts';
import { isCataloguePath, Repository } from '../git/index.ts';
import { Catalogues } from './catalogues.ts';
import { bytesOf, contentProblem } from './contentProblem.ts';
import { changeDraft } from './changeDraft.ts';
import { createDraft, type Beginning, type FirstStep } from './createDraft.ts';
import { doDeed } from './deeds.ts';
import { Drafts } from './drafts.ts';
import { mergeDraft } from './mergeDraft.ts';
import { outOfReach } from './outOfReach.ts';
import { commitAct, type Doing, type Parts, type ScopedDoing, type StoreOptions } from './parts.ts';
import { readPublishes, recordPublish } from './publishes.ts';
import { putFile } from './putFile.ts';
import { Queues } from './queues.ts';
import { mainRef } from './refs.ts';
import { fileReport, readReports, settleReport } from './readerReports.ts';
import { refusal } from './refusals.ts';
import { readSchedule, setSchedule } from './schedule.ts';
import type {
  ActResult,
  CreateResult,
  Draft,
  FiledReport,
  FileReportResult,
  MergeResult,
  Published,
  PublishResult,
  Refusal,
  SaveResult,
  Scheduled,
  ScheduleResult,
  SettleResult,
} from './results.ts';
import { textOf } from './textOf.ts';

/**
 * The store: catalogue, drafts, reviews and the record of publishing in one bare git repository. A draft is a
 * branch and every act on it a commit; its state is folded from them and kept nowhere. Every operation becomes
 * true by one ref moving from a value that was seen, or not at all.
 */
export class Store {
  readonly repository: Repository;
  readonly #parts: Parts;

  private constructor(
    repository: Repository,
    { gate, clock = () => new Date(), pause = sleep, ...rules }: StoreOptions,
  ) {
    this.repository = repository;
    const catalogues = new Catalogues(repository);
    const drafts = new Drafts({ repository, catalogues, rules });
    const { policy, ownersOf } = rules;
    const queues = new Queues();
    this.#parts = { repository, catalogues, drafts, queues, gate, policy, ownersOf, clock, pause };
  }

  static async open(options: StoreOptions): Promise<Store> {
    return new Store(await Repository.open(options), options);
  }

  close(): void {
    this.repository.close();
  }

  /** Commit of main. @throws Error before the repository was seeded. */
  main(): Promise<string> {
    return this.#parts.drafts.main();
  }

  /** Whether no catalogue was put into the repository yet. */
  async isEmpty(): Promise<boolean> {
    return (await this.repository.readRef(mainRef)) === undefined;
  }

  /** Whether main is still what was imported, with nothing approved into it. */
  async isAsImported(): Promise<boolean> {
    const [commit] = await this.repository.history(await this.main(), 1);
    return commit!.parents.length === 0;
  }

  /** Puts a catalogue into an empty repository, once. `false`: it holds one already. */
  async seed(files: ReadonlyMap<string, Uint8Array>, person: Person): Promise<boolean> {
    if (!(await this.isEmpty())) return false;
    const { oid } = await commitAct(
      this.#parts,
      { act: { kind: 'import' }, person, operation: ulid() },
      { parents: [], changes: files },
    );
    return (await this.repository.updateRef({ ref: mainRef, from: undefined, to: oid })).kind === 'updated';
  }

  /** All files of a commit: the same object for commits that hold the same, and files shared among the others. */
  readCatalogue(oid: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#parts.catalogues.read(oid);
  }

  /**
   * All files of the commit `onto` with what `draft` changes: what main would be with the draft in it, where `onto`
   * is main; or what the draft says, where it is the commit that it began on.
   */
  readWithDraft(draft: Draft, onto: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#parts.catalogues.readWithDraft(draft, onto);
  }

  /** Begins a draft on main as it is, to write `file` first, or with steps in it; its id is the operation's. */
  createDraft(begin: Beginning): Promise<CreateResult> {
    return createDraft(this.#parts, begin);
  }

  /** Every draft, newest first. */
  listDrafts(): Promise<Draft[]> {
    return this.#parts.drafts.list();
  }

  /** Branches that stand among those of drafts and hold none, as found by the last list. */
  get strayBranches(): readonly string[] {
    return this.#parts.drafts.strays;
  }

  /** `undefined` where there is no draft of this id. */
  readDraft(id: string): Promise<Draft | undefined> {
    return this.#parts.drafts.read(id);
  }

  /**
   * Writes one file of a draft, if it still stands as in the commit that the writer saw: a comment, or a save of
   * another file, that came between is no reason to refuse.
   */
  async save({
    path,
    content,
    ...write
  }: ScopedDoing & {
    draft: string;
    path: string;
    content: Uint8Array | string;
    ifMatch: string;
  }): Promise<SaveResult> {
    if (!isCataloguePath(path)) return noPlace();
    const bytes = bytesOf(content);
    const problem = contentProblem(path, bytes);
    if (problem !== undefined) return { kind: 'refused', ...problem };
    return putFile(this.#parts, { ...write, path }, () => Promise.resolve(bytes));
  }

  /** Why `person` may not write `content`, or nothing, at `path` of a draft on main as it is; `undefined` where they may. */
  async mayWrite({
    person,
    path,
    content,
  }: {
    person: Member;
    path: string;
    content: Uint8Array | null;
  }): Promise<Refusal | undefined> {
    if (!isCataloguePath(path)) return noPlace();
    const problem = content === null ? undefined : contentProblem(path, content);
    if (problem !== undefined) return { kind: 'refused', ...problem };
    const files = [{ path, now: content ?? undefined }];
    return outOfReach(this.#parts, { person, roles: ['drafter'], files, main: await this.main() });
  }

  /** Makes one file of a draft again what it was, or was not, when the draft began; as `save` otherwise. */
  revert(write: ScopedDoing & { draft: string; path: string; ifMatch: string }): Promise<SaveResult> {
    return putFile(this.#parts, write, async ({ began }) => {
      const blob = (await this.repository.readTree(began)).get(write.path);
      return blob === undefined ? null : { blob };
    });
  }

  /** Does one of the deeds of people: submits, approves, comments, takes over, and so on. */
  act(act: ScopedDoing & { draft: string; deed: Deed; ifMatch: string }): Promise<ActResult> {
    return doDeed(this.#parts, act);
  }

  /** Changes many files of a draft at once, all or none; `stepsFor` says how, of the draft as it is, or why not. */
  change(
    change: ScopedDoing & { draft: string; ifMatch: string },
    stepsFor: (draft: Draft) => Promise<readonly FirstStep[] | Refusal>,
  ): Promise<ActResult> {
    return changeDraft(this.#parts, change, stepsFor);
  }

  /** Takes an approved draft into main. */
  merge(merge: Doing & { draft: string }): Promise<MergeResult> {
    return mergeDraft(this.#parts, merge);
  }

  /** Records that the public site shows commit `main`, if what it showed before is what the publisher saw. */
  recordPublish(
    publish: Doing & { main: string; date: string; reason?: string; onto: string | undefined },
  ): Promise<PublishResult> {
    return recordPublish(this.#parts, publish);
  }

  /** What the public site shows; `undefined` before the first publish. */
  async live(): Promise<Published | undefined> {
    return (await readPublishes(this.repository, 1))[0];
  }

  /** Everything that was ever published, oldest first. */
  async publishes(): Promise<Published[]> {
    return (await readPublishes(this.repository)).reverse();
  }

  /** The newest publishes, newest first. */
  latestPublishes(most: number): Promise<Published[]> {
    return readPublishes(this.repository, most);
  }

  /** The publish to come; `undefined` where none is set. */
  schedule(): Promise<Scheduled | undefined> {
    return readSchedule(this.repository);
  }

  /** Sets when the site is to follow main by itself, or takes it back (`at` undefined). */
  setSchedule(schedule: Doing & { at: string | undefined }): Promise<ScheduleResult> {
    return setSchedule(this.#parts, schedule);
  }

  /** Keeps what a reader says is wrong in a guide; the operation is its id. */
  fileReport(report: ReaderReport & { operation: string }): Promise<FileReportResult> {
    return fileReport(this.#parts, report);
  }

  /** Says what has become of a report. */
  settleReport(settling: Doing & { report: string; answer: string }): Promise<SettleResult> {
    return settleReport(this.#parts, settling);
  }

  /** What readers said, newest first. */
  readerReports(): Promise<FiledReport[]> {
    return readReports(this.repository);
  }

  /** Content of a blob; `null` for none. */
  text(blob: string | null): Promise<string | undefined> {
    return textOf(this.repository, blob);
  }
}

function noPlace(): Refusal {
  return refusal('这个位置不能放文件。', 'No file may stand at this place.');
}
