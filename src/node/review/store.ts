import { ulid } from 'ulid';
import { placeOf } from '../../catalogue/index.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import type { Risk } from '../../model/schemas.ts';
import {
  decodeMessage,
  encodeMessage,
  foldDraft,
  mayAct,
  type Act,
  type ApprovedFile,
  type DraftCommit,
  type Person,
  type SignaturePolicy,
  type SignedAct,
} from '../../review/index.ts';
import { draftRef, isCataloguePath, Repository, type Commit } from '../git/index.ts';
import { bytesOf, contentProblem } from './contentProblem.ts';
import { draftCommits } from './draftCommits.ts';
import { Queues } from './queues.ts';
import type {
  ActResult,
  CreateResult,
  Deed,
  Draft,
  DraftChange,
  MergeResult,
  Published,
  PublishResult,
  Refusal,
  SaveResult,
} from './results.ts';

const mainRef = 'refs/heads/main';
const liveRef = 'refs/heads/studio/live';

/** What decides whether content may be submitted or become part of main. */
export type Gate = (
  files: ReadonlyMap<string, Uint8Array>,
  base: ReadonlyMap<string, Uint8Array>,
) => Promise<{ kind: 'pass'; risk: Risk } | { kind: 'blocked'; diagnostics: Diagnostic[] }>;

export interface StoreOptions {
  /** Folder of the bare repository; made where there is none. */
  dir: string;
  gate: Gate;
  /** Who must sign, read from main's own `governance/` at every look. */
  policy(files: ReadonlyMap<string, Uint8Array>): SignaturePolicy;
  clock?: () => Date;
}

interface Doing {
  person: Person;
  /** ULID made by who asks; the same one again is the same operation, done once. */
  operation: string;
}

/**
 * The store: catalogue, drafts, reviews and the record of publishing in one bare git repository. A draft is a
 * branch and every act on it a commit; its state is folded from them and kept nowhere. Every operation becomes
 * true by one ref moving from a value that was seen, or not at all.
 */
export class Store {
  readonly repository: Repository;
  readonly #options: StoreOptions;
  readonly #queues = new Queues();
  readonly #catalogues = new Map<
    string,
    { tree: ReadonlyMap<string, string>; files: Map<string, Uint8Array> }
  >();
  readonly #trees = new Map<string, string>();
  #mergesOf: { main: string; merges: ReadonlyMap<string, Commit> } | undefined;

  private constructor(repository: Repository, options: StoreOptions) {
    this.repository = repository;
    this.#options = options;
  }

  static async open(options: StoreOptions): Promise<Store> {
    return new Store(await Repository.open(options.dir), options);
  }

  close(): void {
    this.repository.close();
  }

  /** Commit of main. @throws Error before the repository was seeded. */
  async main(): Promise<string> {
    const main = await this.repository.readRef(mainRef);
    if (main === undefined) throw new Error('The repository has no main yet');
    return main;
  }

  /** Whether no catalogue was put into the repository yet. */
  async isEmpty(): Promise<boolean> {
    return (await this.repository.readRef(mainRef)) === undefined;
  }

  /** Puts a catalogue into an empty repository, once. `false`: it holds one already. */
  async seed(files: ReadonlyMap<string, Uint8Array>, person: Person): Promise<boolean> {
    if (!(await this.isEmpty())) return false;
    const { oid } = await this.#commit(
      { act: { kind: 'import' }, person, operation: ulid() },
      { parents: [], changes: files },
    );
    return (await this.repository.updateRef({ ref: mainRef, from: undefined, to: oid })).kind === 'updated';
  }

  /** All files of a commit: the same object for commits that hold the same, and files shared among the others. */
  async readCatalogue(oid: string): Promise<ReadonlyMap<string, Uint8Array>> {
    return this.#files(await this.#tree(oid), () => this.repository.readTree(oid));
  }

  /**
   * All files of the commit `onto` with what `draft` changes: what main would be with the draft in it, where `onto`
   * is main; or what the draft says, where it is the commit that it began on.
   */
  async readWithDraft(draft: Draft, onto: string): Promise<ReadonlyMap<string, Uint8Array>> {
    if (onto === draft.began) return this.readCatalogue(draft.tip);
    return this.#files(`${onto} ${draft.tip}`, async () => {
      const tree = new Map(await this.repository.readTree(onto));
      for (const { path, blob } of draft.changes) {
        if (blob === null) tree.delete(path);
        else tree.set(path, blob);
      }
      return tree;
    });
  }

  /** The files of a tree, known under `key`. */
  async #files(
    key: string,
    treeOf: () => Promise<ReadonlyMap<string, string>>,
  ): Promise<ReadonlyMap<string, Uint8Array>> {
    const known = this.#catalogues.get(key);
    if (known !== undefined) {
      // Read again, it counts as new.
      this.#catalogues.delete(key);
      this.#catalogues.set(key, known);
      return known.files;
    }
    const tree = await treeOf();
    const others = [...this.#catalogues.values()].reverse();
    const bytesAt = (path: string, blob: string) =>
      others.find((other) => other.tree.get(path) === blob)?.files.get(path) ??
      this.repository.readBlob(blob);
    const files = new Map<string, Uint8Array>();
    for (const [path, bytes] of await Promise.all(
      [...tree].map(async ([path, blob]) => [path, await bytesAt(path, blob)] as const),
    ))
      files.set(path, bytes);
    const raced = this.#catalogues.get(key);
    if (raced !== undefined) return raced.files;
    // The oldest goes first: main, which every look needs, must not go with the drafts.
    for (const old of this.#catalogues.keys()) {
      if (this.#catalogues.size < 8) break;
      this.#catalogues.delete(old);
    }
    this.#catalogues.set(key, { tree, files });
    return files;
  }

  /**
   * Begins a draft on main as it is, to write `file` first. The operation id becomes the draft's id, so asking twice
   * makes one; somebody else's draft is not given for it.
   */
  async createDraft({
    person,
    operation,
    title,
    file,
  }: Doing & { title: string; file?: string }): Promise<CreateResult> {
    const ref = draftRef(operation);
    if ((await this.repository.readRef(ref)) === undefined) {
      const main = await this.main();
      const { oid } = await this.#commit(
        { act: { kind: 'create', title, ...(file !== undefined && { file }) }, person, operation },
        { parents: [main], baseTree: await this.#tree(main), changes: new Map() },
      );
      await this.repository.updateRef({ ref, from: undefined, to: oid });
    }
    const draft = await this.readDraft(operation);
    if (draft === undefined) throw new Error('The draft was made and is gone');
    const { act, person: by } = draft.commits[0]!;
    const isAsked = act.kind === 'create' && act.file === file && by.subject === person.subject;
    return isAsked ? { kind: 'created', draft } : operationTaken();
  }

  /** Every draft, newest first. */
  async listDrafts(): Promise<Draft[]> {
    const main = await this.main();
    const refs = await this.repository.listRefs('refs/heads/draft/');
    const merges = await this.#merges(main);
    const drafts = await Promise.all(
      [...refs].map(([ref, tip]) => this.#read(ref.slice('refs/heads/draft/'.length), { tip, main, merges })),
    );
    return drafts.sort((a, b) => (a.id < b.id ? 1 : -1));
  }

  /** `undefined` where there is no draft of this id. */
  async readDraft(id: string): Promise<Draft | undefined> {
    const tip = await this.repository.readRef(draftRef(id));
    if (tip === undefined) return undefined;
    const main = await this.main();
    return this.#read(id, { tip, main, merges: await this.#merges(main) });
  }

  /**
   * Writes one file of a draft, if it still stands as in the commit that the writer saw: a comment, or a save of
   * another file, that came between is no reason to refuse.
   */
  async save({
    draft: id,
    path,
    content,
    ifMatch,
    person,
    operation,
  }: Doing & {
    draft: string;
    path: string;
    content: Uint8Array | string;
    ifMatch: string;
  }): Promise<SaveResult> {
    if (!isCataloguePath(path)) return refusal('这个位置不能放文件。', 'No file may stand at this place.');
    const bytes = bytesOf(content);
    const problem = contentProblem(path, bytes);
    if (problem !== undefined) return { kind: 'refused', ...problem };
    return this.#put({ draft: id, path, ifMatch, person, operation }, () => Promise.resolve(bytes));
  }

  /** Makes one file of a draft again what it was, or was not, when the draft began; as `save` otherwise. */
  async revert(write: Doing & { draft: string; path: string; ifMatch: string }): Promise<SaveResult> {
    return this.#put(write, async ({ began }) => {
      const blob = (await this.repository.readTree(began)).get(write.path);
      return blob === undefined ? null : { blob };
    });
  }

  /** Puts what `content` says at one path of a draft, as a commit on its branch. */
  async #put(
    { draft: id, path, ifMatch, person, operation }: Doing & { draft: string; path: string; ifMatch: string },
    contentIn: (draft: Draft) => Promise<Uint8Array | { blob: string } | null>,
  ): Promise<SaveResult> {
    return this.#queues.run(id, async (): Promise<SaveResult> => {
      const draft = await this.#required(id);
      const content = await contentIn(draft);
      const done = draft.commits.find((commit) => commit.operation === operation);
      if (done !== undefined)
        return (await this.#isPut(done, { path, content, person }))
          ? { kind: 'saved', tip: done.oid, at: done.at }
          : operationTaken();
      const permission = mayAct(draft, person, { kind: 'edit' });
      if (permission.kind === 'refused') return refusal(permission.reason, permission.reasonEn);
      if (!(await this.#standsAsSeen(draft, path, ifMatch))) return this.#stale(id, path);
      const written = await this.#commit(
        { act: { kind: 'edit', files: [path] }, person, operation },
        {
          parents: [draft.tip],
          baseTree: await this.#tree(draft.tip),
          changes: new Map([[path, content]]),
        },
      );
      const update = await this.repository.updateRef({ ref: draftRef(id), from: draft.tip, to: written.oid });
      if (update.kind === 'stale') return this.#stale(id, path);
      return { kind: 'saved', tip: written.oid, at: written.at };
    });
  }

  /** Submits, approves, returns, withdraws or comments. Whether it may be done is decided here, again. */
  async act({
    draft: id,
    deed,
    ifMatch,
    person,
    operation,
  }: Doing & { draft: string; deed: Deed; ifMatch: string }): Promise<ActResult> {
    return this.#queues.run(id, async (): Promise<ActResult> => {
      const draft = await this.#required(id);
      const done = draft.commits.find((commit) => commit.operation === operation);
      if (done !== undefined)
        return done.person.subject === person.subject && isDeed(done.act, deed)
          ? { kind: 'done', tip: draft.tip }
          : operationTaken();
      if (draft.tip !== ifMatch) return { kind: 'stale', head: draft.tip };
      const permission = mayAct(
        draft,
        person,
        deed.kind === 'approve' ? { kind: 'approve', role: deed.role } : { kind: deed.kind },
      );
      if (permission.kind === 'refused') return refusal(permission.reason, permission.reasonEn);
      const act = await this.#actOf(deed, draft);
      if (act.kind === 'blocked' || act.kind === 'refused') return act;
      const { oid } = await this.#commit(
        { act: act.act, person, operation },
        { parents: [draft.tip], baseTree: await this.#tree(draft.tip), changes: new Map() },
      );
      const update = await this.repository.updateRef({ ref: draftRef(id), from: draft.tip, to: oid });
      return update.kind === 'updated'
        ? { kind: 'done', tip: oid }
        : { kind: 'stale', head: update.head ?? draft.tip };
    });
  }

  /**
   * Takes an approved draft into main: its changed files over main as it is, checked again as a whole. It follows
   * from the last signature; where it was cut off or blocked then, those who may sign may ask for it again.
   */
  async merge({ draft: id, person, operation }: Doing & { draft: string }): Promise<MergeResult> {
    const merge = async (): Promise<MergeResult> => {
      for (let attempt = 0; attempt < 8; attempt++) {
        const draft = await this.#required(id);
        if (draft.state.kind === 'merged') return { kind: 'merged', main: draft.state.oid };
        const permission = mayAct(draft, person, { kind: 'merge' });
        if (permission.kind === 'refused') return refusal(permission.reason, permission.reasonEn);
        const conflicts = draft.changes
          .filter((change) => change.mainBlob !== change.beganBlob)
          .map(({ path }) => path);
        if (conflicts.length > 0) return { kind: 'conflict', paths: conflicts };
        // The very main that the approvals were held against: one that has moved since is seen at the next attempt.
        const { main } = draft;
        const gate = await this.#gate(draft);
        if (gate.kind === 'blocked') return gate;
        const changes = new Map(
          draft.changes.map(({ path, blob }) => [path, blob === null ? null : { blob }]),
        );
        const { oid } = await this.#commit(
          { act: { kind: 'merge', draft: id, title: draft.title }, person, operation },
          { parents: [main, draft.tip], baseTree: await this.#tree(main), changes },
        );
        if ((await this.repository.updateRef({ ref: mainRef, from: main, to: oid })).kind === 'updated')
          return { kind: 'merged', main: oid };
      }
      throw new Error('main moved at every attempt');
    };
    // In the draft's own queue as well: nobody takes it back between the look and the merge.
    return this.#queues.run(id, () => this.#queues.run('main', merge));
  }

  /**
   * Records that the public site shows commit `main`, if what it showed before is still the one that the
   * publisher saw (`onto`: the publish before). The same operation again is done once.
   */
  async recordPublish({
    main,
    date,
    onto,
    person,
    operation,
  }: Doing & { main: string; date: string; onto: string | undefined }): Promise<PublishResult> {
    return this.#queues.run('live', async (): Promise<PublishResult> => {
      const live = await this.live();
      if (live?.operation === operation) return { kind: 'recorded', oid: live.oid };
      if (live?.oid !== onto) return { kind: 'stale', head: live?.oid };
      const { oid } = await this.#commit(
        { act: { kind: 'publish', main, date }, person, operation },
        { parents: onto === undefined ? [] : [onto], baseTree: await this.#tree(main), changes: new Map() },
      );
      const update = await this.repository.updateRef({ ref: liveRef, from: onto, to: oid });
      return update.kind === 'updated' ? { kind: 'recorded', oid } : update;
    });
  }

  /** What the public site shows; `undefined` before the first publish. */
  async live(): Promise<Published | undefined> {
    return (await this.#publishes(1))[0];
  }

  /** Everything that was ever published, oldest first. */
  async publishes(): Promise<Published[]> {
    return (await this.#publishes()).reverse();
  }

  /** Whether main is still what was imported, with nothing approved into it. */
  async isAsImported(): Promise<boolean> {
    const [commit] = await this.repository.history(await this.main(), 1);
    return commit!.parents.length === 0;
  }

  /** Content of a blob; `null` for none. */
  async text(blob: string | null): Promise<string | undefined> {
    return blob === null ? undefined : (await this.repository.readBlob(blob)).toString('utf8');
  }

  async #publishes(most?: number): Promise<Published[]> {
    const tip = await this.repository.readRef(liveRef);
    if (tip === undefined) return [];
    return (await this.repository.history(tip, most)).map(({ oid, at, message }) => {
      const signed = decodeMessage(message);
      if (signed?.act.kind !== 'publish')
        throw new Error(`Commit ${oid} of ${liveRef} tells no publish: it was not made here`);
      const { main, date } = signed.act;
      return { oid, at, main, date, operation: signed.operation };
    });
  }

  async #actOf(
    deed: Deed,
    draft: Draft,
  ): Promise<{ kind: 'act'; act: Act } | { kind: 'blocked'; diagnostics: Diagnostic[] } | Refusal> {
    switch (deed.kind) {
      case 'submit': {
        if (draft.changes.length === 0)
          return refusal('还没有任何改动，无可提交。', 'Nothing has changed, so there is nothing to submit.');
        const gate = await this.#gate(draft);
        return gate.kind === 'blocked' ? gate : { kind: 'act', act: { kind: 'submit', risk: gate.risk } };
      }
      case 'approve': {
        const gate = await this.#gate(draft);
        if (gate.kind === 'blocked') return gate;
        return {
          kind: 'act',
          act: { kind: 'approve', role: deed.role, risk: gate.risk, files: approvedFiles(draft.changes) },
        };
      }
      case 'return':
      case 'withdraw':
      case 'comment':
        return { kind: 'act', act: deed };
    }
  }

  /** The gate on what main would be with the draft in it. */
  async #gate(draft: Draft): ReturnType<Gate> {
    const [files, base] = [await this.readWithDraft(draft, draft.main), await this.readCatalogue(draft.main)];
    return this.#options.gate(files, base);
  }

  async #required(id: string): Promise<Draft> {
    const draft = await this.readDraft(id);
    if (draft === undefined) throw new Error(`No draft ${id}`);
    return draft;
  }

  /** Whether the commit `done` is the very write that is asked for again. */
  async #isPut(
    done: DraftCommit,
    {
      path,
      content,
      person,
    }: { path: string; content: Uint8Array | { blob: string } | null; person: Person },
  ): Promise<boolean> {
    if (done.act.kind !== 'edit' || done.person.subject !== person.subject) return false;
    const blob = (await this.repository.readTree(done.oid)).get(path);
    if (content === null || !(content instanceof Uint8Array)) return blob === content?.blob;
    return blob !== undefined && Buffer.compare(await this.repository.readBlob(blob), content) === 0;
  }

  /** Whether `seen` is a commit of the draft and `path` has been let be since. */
  async #standsAsSeen(draft: Draft, path: string, seen: string): Promise<boolean> {
    if (draft.tip === seen) return true;
    if (!draft.commits.some(({ oid }) => oid === seen)) return false;
    const [then, now] = await Promise.all([seen, draft.tip].map((oid) => this.repository.readTree(oid)));
    return then!.get(path) === now!.get(path);
  }

  async #stale(id: string, path: string): Promise<SaveResult> {
    const now = await this.#required(id);
    const blob = (await this.repository.readTree(now.tip)).get(path) ?? null;
    // Two texts can be compared; of an attachment only what came last is shown.
    const isText = placeOf(path).kind === 'file';
    return { kind: 'stale', head: now.tip, text: isText ? ((await this.text(blob)) ?? '') : '' };
  }

  async #read(
    id: string,
    { tip, main, merges }: { tip: string; main: string; merges: ReadonlyMap<string, Commit> },
  ): Promise<Draft> {
    const { commits, began } = await this.#commitsOf(tip);
    const [mainTree, beganTree, tipTree] = await Promise.all(
      [main, began, tip].map((oid) => this.repository.readTree(oid)),
    );
    const changes = (await this.repository.changedPaths(began, tip)).map((path) => ({
      path,
      blob: tipTree!.get(path) ?? null,
      mainBlob: mainTree!.get(path) ?? null,
      beganBlob: beganTree!.get(path) ?? null,
    }));
    // Any of its commits: something may have been put on the branch after main had taken it in.
    const merge = commits.map(({ oid }) => merges.get(oid)).find((found) => found !== undefined);
    const policy = this.#options.policy(await this.readCatalogue(main));
    const summary = foldDraft(commits, {
      files: approvedFiles(changes),
      policy,
      ...(merge !== undefined && { merged: { oid: merge.oid, at: merge.at } }),
    });
    return { ...summary, id, tip, main, began, changes, commits };
  }

  /** The draft's own commits, oldest first, and the commit of main it began on. */
  async #commitsOf(tip: string): Promise<{ commits: DraftCommit[]; began: string }> {
    // A branch goes on into all of main, so it is read piece by piece until the draft begins.
    for (let most = 256; ; most *= 4) {
      const history = await this.repository.history(tip, most);
      const found = draftCommits(history);
      if (found !== undefined) return found;
      if (history.length < most) throw new Error('A draft without the commit that created it');
    }
  }

  /** Merge commits of main by the draft tip they took in. */
  async #merges(main: string): Promise<ReadonlyMap<string, Commit>> {
    if (this.#mergesOf?.main !== main) {
      const history = await this.repository.history(main);
      const merges = new Map(
        history.flatMap((commit) =>
          commit.parents[1] === undefined ? [] : [[commit.parents[1], commit] as const],
        ),
      );
      this.#mergesOf = { main, merges };
    }
    return this.#mergesOf.merges;
  }

  async #tree(commit: string): Promise<string> {
    let tree = this.#trees.get(commit);
    if (tree === undefined) {
      tree = (await this.repository.history(commit, 1))[0]!.tree;
      if (this.#trees.size > 1000) this.#trees.clear();
      this.#trees.set(commit, tree);
    }
    return tree;
  }

  async #commit(
    signed: SignedAct,
    content: {
      parents: string[];
      baseTree?: string;
      changes: ReadonlyMap<string, Uint8Array | { blob: string } | null>;
    },
  ): Promise<{ oid: string; at: string }> {
    const time = (this.#options.clock ?? (() => new Date()))();
    const { oid } = await this.repository.writeCommit({
      ...content,
      message: encodeMessage(signed),
      author: signed.person,
      time,
    });
    return { oid, at: new Date(Math.floor(time.getTime() / 1000) * 1000).toISOString() };
  }
}

/** Whether `act` is what came of `deed`. */
function isDeed(act: Act, deed: Deed): boolean {
  switch (deed.kind) {
    case 'approve':
      return act.kind === 'approve' && act.role === deed.role;
    case 'return':
      return act.kind === 'return' && act.reason === deed.reason;
    case 'comment':
      return act.kind === 'comment' && act.text === deed.text;
    case 'submit':
    case 'withdraw':
      return act.kind === deed.kind;
  }
}

function approvedFiles(changes: readonly DraftChange[]): ApprovedFile[] {
  return changes.map(({ path, blob, mainBlob }) => ({ path, blob, base: mainBlob }));
}

function refusal(reason: string, reasonEn: string): Refusal {
  return { kind: 'refused', reason, reasonEn, diagnostics: [] };
}

/** An operation id names one operation; acknowledging another by it would lose that one unsaid. */
function operationTaken(): Refusal {
  return refusal(
    '这个操作号已用于另一个操作。请刷新页面后重试。',
    'This operation id names another operation already. Reload the page and try again.',
  );
}
