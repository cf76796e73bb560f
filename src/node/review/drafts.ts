import { draftRef, isDraftRef, type Commit, type Repository } from '../git/index.ts';
import { foldDraft, type ApprovedFile, type DraftCommit, type Role } from '../../review/index.ts';
import { Branches } from './branches.ts';
import type { Catalogues } from './catalogues.ts';
import { judgedBy } from './judged.ts';
import { NoDraft } from './noDraft.ts';
import type { StoreOptions } from './parts.ts';
import { draftPrefix, mainRef } from './refs.ts';
import type { Draft, DraftChange } from './results.ts';
import { Wordings } from './wordings.ts';

/** What main, and the accounts, say of people and signatures. */
type Rules = Pick<StoreOptions, 'policy' | 'subjectOf' | 'rolesNow'>;

/** A branch and what it is folded against. */
interface Tips {
  tip: string;
  main: string;
  /** Merge commits of main by the draft tip they took in. */
  merges: ReadonlyMap<string, Commit>;
}

/** A draft as it was folded last, with what that followed from beside its branch and main. */
interface Folded {
  draft: Draft;
  wroteElsewhere: readonly string[];
  /** The roles that somebody had then, of all whose roles counted. */
  asked: ReadonlyMap<string, readonly Role[] | undefined>;
}

/** Reads drafts: their branches, folded against main as it is. A list folds only what has changed since the last. */
export class Drafts {
  readonly #repository: Repository;
  readonly #catalogues: Catalogues;
  readonly #rules: Rules;
  readonly #branches: Branches;
  readonly #wordings: Wordings;
  readonly #folded = new Map<string, Folded>();
  #strays: readonly string[] = [];
  #mergesOf: { main: string; merges: ReadonlyMap<string, Commit> } | undefined;

  constructor({
    repository,
    catalogues,
    rules,
  }: {
    repository: Repository;
    catalogues: Catalogues;
    rules: Rules;
  }) {
    this.#repository = repository;
    this.#catalogues = catalogues;
    this.#rules = rules;
    this.#branches = new Branches(repository);
    this.#wordings = new Wordings(repository, { main: mainRef, drafts: draftPrefix });
  }

  /** Commit of main. @throws Error before the repository was seeded. */
  async main(): Promise<string> {
    const main = await this.#repository.readRef(mainRef);
    if (main === undefined) throw new Error('The repository has no main yet');
    return main;
  }

  /** Branches among those of drafts that were found to be none when they were listed last. */
  get strays(): readonly string[] {
    return this.#strays;
  }

  /** Every draft, newest first. */
  async list(): Promise<Draft[]> {
    const main = await this.main();
    const refs = await this.#repository.listRefs(draftPrefix);
    const merges = await this.#merges(main);
    const strays: string[] = [];
    const drafts = await Promise.all(
      [...refs].map(async ([ref, tip]) => {
        const id = ref.slice(draftPrefix.length);
        const draft = isDraftRef(ref) ? await this.#draftAt(id, { tip, main, merges }) : undefined;
        if (draft === undefined) strays.push(ref);
        return draft;
      }),
    );
    this.#strays = strays.sort();
    for (const id of this.#folded.keys()) if (!refs.has(draftRef(id))) this.#folded.delete(id);
    return drafts.filter((draft) => draft !== undefined).sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** `undefined` where there is no draft of this id. */
  async read(id: string): Promise<Draft | undefined> {
    const tip = await this.#repository.readRef(draftRef(id));
    if (tip === undefined) return undefined;
    const main = await this.main();
    return this.#draftAt(id, { tip, main, merges: await this.#merges(main) });
  }

  /** The draft of this id. @throws Error where there is none. */
  async required(id: string): Promise<Draft> {
    const draft = await this.read(id);
    if (draft === undefined) throw new Error(`No draft ${id}`);
    return draft;
  }

  /** `undefined` where the branch holds no draft. */
  #draftAt(id: string, at: Tips): Promise<Draft | undefined> {
    return this.#fold(id, at).catch((error: unknown) => {
      if (error instanceof NoDraft) return undefined;
      throw error;
    });
  }

  async #fold(id: string, { tip, main, merges }: Tips): Promise<Draft> {
    const { commits, began, changes: written } = await this.#branches.read(tip);
    const isMerged = commits.some(({ oid }) => merges.has(oid));
    const wroteElsewhere = await this.#wroteElsewhere(commits, written, isMerged);
    const known = this.#folded.get(id);
    if (
      known?.draft.tip === tip &&
      known.draft.main === main &&
      (await this.#stillHolds(known, wroteElsewhere))
    )
      return known.draft;
    const mainTree = await this.#repository.readTree(main);
    const changes = written.map((change) => ({ ...change, mainBlob: mainTree.get(change.path) ?? null }));
    // Any of its commits: something may have been put on the branch after main had taken it in.
    const taken = commits.find(({ oid }) => merges.has(oid))?.oid;
    const merge = taken === undefined ? undefined : merges.get(taken);
    const files = await this.#catalogues.read(main);
    const rolesNow = this.#rules.rolesNow?.(files);
    const asked = new Map<string, readonly Role[] | undefined>();
    const policy = this.#rules.policy(
      files,
      changes.map(({ path }) => path),
    );
    const summary = foldDraft(commits, {
      files: approvedFiles(changes),
      policy,
      judged: judgedBy(policy),
      // Whoever has two accounts is one person: what one wrote, the other cannot sign.
      subjectOf: this.#rules.subjectOf(files),
      ...(rolesNow && { rolesNow: noted(rolesNow, asked) }),
      wroteElsewhere,
      ...(taken !== undefined &&
        merge !== undefined && { merged: { oid: merge.oid, at: merge.at, tip: taken } }),
    });
    const draft = { ...summary, id, tip, main, began, changes };
    this.#folded.set(id, { draft, wroteElsewhere, asked });
    return draft;
  }

  /** Whether folding anew would give the same: of what is neither in the branch nor in main, nothing has changed. */
  async #stillHolds({ draft, wroteElsewhere, asked }: Folded, now: readonly string[]): Promise<boolean> {
    if (wroteElsewhere.join(' ') !== now.join(' ')) return false;
    if (asked.size === 0) return true;
    const rolesNow = this.#rules.rolesNow?.(await this.#catalogues.read(draft.main));
    return [...asked].every(([subject, roles]) => rolesNow?.(subject)?.join() === roles?.join());
  }

  /** Who wrote its text in another draft; asked only of what somebody may be about to approve. */
  async #wroteElsewhere(
    commits: readonly DraftCommit[],
    changes: readonly { path: string; blob: string | null }[],
    isMerged: boolean,
  ): Promise<string[]> {
    if (isMerged || !commits.some(({ act }) => act.kind === 'submit')) return [];
    return this.#wordings.writersElsewhere(changes, new Set(commits.map(({ oid }) => oid)));
  }

  /** Merge commits of main by the draft tip they took in. */
  async #merges(main: string): Promise<ReadonlyMap<string, Commit>> {
    const known = this.#mergesOf;
    if (known?.main === main) return known.merges;
    const since = known && (await this.#since(known.main, main));
    const merges = new Map(since && known?.merges);
    // Oldest first: had two taken in the same, the first is when it became part of main.
    for (const commit of (since ?? (await this.#repository.history(main))).toReversed()) {
      const taken = commit.parents[1];
      if (taken !== undefined && !merges.has(taken)) merges.set(taken, commit);
    }
    this.#mergesOf = { main, merges };
    return merges;
  }

  /** Commits of main after `from`, where that is a few commits back; else `undefined`. */
  async #since(from: string, main: string): Promise<Commit[] | undefined> {
    const latest = await this.#repository.history(main, 32);
    const at = latest.findIndex(({ oid }) => oid === from);
    return at < 0 ? undefined : latest.slice(0, at);
  }
}

/** `rolesNow` that writes down in `asked` what it answers. */
function noted(
  rolesNow: (subject: string) => readonly Role[] | undefined,
  asked: Map<string, readonly Role[] | undefined>,
): (subject: string) => readonly Role[] | undefined {
  return (subject) => {
    const roles = rolesNow(subject);
    asked.set(subject, roles);
    return roles;
  };
}

/** The changed files of a draft as an approval names them. */
export function approvedFiles(changes: readonly DraftChange[]): ApprovedFile[] {
  return changes.map(({ path, blob, mainBlob }) => ({ path, blob, base: mainBlob }));
}
