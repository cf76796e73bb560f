import type { Words } from '../model/schemas.ts';
import { decodeMessage, type Act, type ActKind, type ApprovedFile, type Judged, type Person } from './act.ts';
import {
  foldDraft,
  type DraftCommit,
  type DraftSummary,
  type FoldContext,
  type Override,
  type Signature,
} from './foldDraft.ts';
import {
  branchOf,
  firstParents,
  type Branch,
  type Commits,
  type HistoryCommit,
  type TreeChange,
  type TreePair,
} from './history.ts';

/** What is looked at: refs by their short names (`main`, `draft/…`, `studio/live`), and every commit behind them. */
export interface History {
  refs: ReadonlyMap<string, string>;
  commits: Commits;
  /** The differences of each pair, in their order; asked for once. */
  changes(pairs: readonly TreePair[]): Promise<TreeChange[][]>;
  /**
   * Under which rules a draft was judged that became part of main when main had `files` (path to blob): the
   * signatures asked for then, and what else the fold has to be told.
   */
  rules(
    files: ReadonlyMap<string, string>,
    branch: Branch,
    paths: readonly string[],
  ): Promise<{ commits: readonly DraftCommit[]; context: Omit<FoldContext, 'files' | 'merged'> }>;
}

/** What can be wrong with a history, each kind by its own words. */
export type FaultKind = keyof typeof faultWords;

export interface Fault {
  kind: FaultKind;
  /** What it makes doubtful: main, the record of publishes, a draft, an object of any of them, or a ref by itself. */
  where: 'main' | 'live' | 'draft' | 'object' | 'ref';
  /** The commit, object or ref that is wrong. */
  at: string;
  /** What it touches: paths, or another commit. */
  about: string[];
}

/** A file of main as one approved draft left it. */
export interface ProvenFile extends ApprovedFile {
  /** Who wrote this blob, and in which commit of the draft; `undefined` for a file that was taken out. */
  writer: Person | undefined;
  wroteIn: string | undefined;
}

/** One change of main that was approved: by whom written, by whom signed, under which act. */
export interface ProvenChange {
  /** The merge commit. */
  commit: string;
  at: string;
  draft: string;
  title: string;
  files: ProvenFile[];
  signatures: Signature[];
  /** What an emergency took the place of, where it went in by one. */
  override?: Override;
  /** Hashes of the schemas and of the signatures asked for, under which it was approved. */
  judged: Judged;
}

export interface Verified {
  /** Tip of main, and what it was seeded with. */
  main: string | undefined;
  root: { commit: string; at: string; person: Person; files: number } | undefined;
  /** Oldest first. */
  changes: ProvenChange[];
  /** Publishes, oldest first, and the commit of main that each showed. */
  publishes: { commit: string; at: string; main: string; person: Person }[];
  /** Blobs that a published site was made of, and those of them that are proven. */
  blobs: { published: number; proven: number };
  /** Every file of main as it stands: its blob, and the merge or the root that proves it, none where nothing does. */
  files: Map<string, { blob: string; proof: string | undefined }>;
  faults: Fault[];
}

/** Faults by which a site must not be made of main: it holds what nobody approved, or may. */
export function stopsPublishing({ faults }: Verified): Fault[] {
  return faults.filter(({ where }) => where === 'main' || where === 'live' || where === 'object');
}

type Tell = (kind: FaultKind, at: string, more?: Partial<Pick<Fault, 'where' | 'about'>>) => void;

/**
 * Replays a history from its root and proves of every blob that was published who wrote it, and that whoever had to
 * approve it approved exactly it; what is not so is a fault, by its place and kind. Signatures are those of the
 * studio's own acts: who can write to the repository unseen can forge them all, so this is proof against slips,
 * bypassing and altered objects, and as good as the repository's access for the rest.
 */
export async function verifyHistory(history: History): Promise<Verified> {
  const { refs, commits } = history;
  const faults: Fault[] = [];
  const fault: Tell = (kind, at, { where = 'main', about = [] } = {}) =>
    void faults.push({ kind, where, at, about });
  const tip = refs.get('main');
  const empty: Verified = {
    main: tip,
    root: undefined,
    changes: [],
    publishes: [],
    blobs: { published: 0, proven: 0 },
    files: new Map(),
    faults,
  };
  if (tip === undefined) {
    fault('no-main', 'main');
    return empty;
  }
  const { chain, missing } = firstParents(commits, tip);
  if (missing !== undefined) {
    fault('object-missing', missing, { about: ['main'] });
    return empty;
  }
  const main = chain.reverse();
  const steps = main.map((commit, at) => stepOf(commit, main[at - 1], commits));
  const live = liveChain(history, fault);
  const pairs = steps.flatMap(pairsOf);
  const told = await history.changes(pairs);
  const differences = new Map(pairs.map((pair, at) => [keyOf(pair), told[at]!]));
  const between = (from: string | undefined, to: string) => differences.get(keyOf({ from, to })) ?? [];

  const files: Verified['files'] = new Map();
  const shown = new Map<string, number>(main.map(({ oid }, at) => [oid, at]));
  const publishes = publishesOf(live, shown, main, fault);
  const days = publishes.map(({ main: oid }) => shown.get(oid)!).sort((a, b) => a - b);
  const count = { published: 0, proven: 0 };
  /** A blob stood on main from step `since` until before step `until`: was a site made of it then? */
  const settle = (one: { since: number; proof: string | undefined }, until: number) => {
    if (!days.some((day) => day >= one.since && day < until)) return;
    count.published++;
    if (one.proof !== undefined) count.proven++;
  };
  const standing = new Map<string, { blob: string; since: number; proof: string | undefined }>();
  const put = (changed: readonly TreeChange[], at: number, proof: string | undefined) => {
    for (const { path, to } of changed) {
      const before = standing.get(path);
      if (before !== undefined) settle(before, at);
      if (to === null) standing.delete(path);
      else standing.set(path, { blob: to, since: at, proof });
    }
  };

  const changes: ProvenChange[] = [];
  const taken = new Map<string, string>();
  let root: Verified['root'];
  for (const [at, step] of steps.entries()) {
    const { commit } = step;
    const written = between(main[at - 1]?.tree, commit.tree);
    const odd = written.filter(({ mode, to }) => to !== null && mode !== '100644').map(({ path }) => path);
    if (odd.length > 0) fault('no-plain-file', commit.oid, { about: odd });
    if (step.kind === 'root') {
      const signed = decodeMessage(commit.message);
      const isImport = signed?.act.kind === 'import';
      if (isImport)
        root = { commit: commit.oid, at: commit.at, person: signed.person, files: written.length };
      else fault('no-import', commit.oid, { about: pathsOf(written) });
      put(written, at, isImport ? commit.oid : undefined);
      continue;
    }
    const proven =
      step.kind === 'merge'
        ? await provenChange(step, { history, standing, taken, shown, at, written, between, fault })
        : undefined;
    if (step.kind === 'bypass')
      fault(step.fault, commit.oid, { about: [...step.about, ...pathsOf(written)] });
    if (proven !== undefined) changes.push(proven);
    put(written, at, proven && commit.oid);
  }
  for (const one of standing.values()) settle(one, main.length);
  for (const [path, { blob, proof }] of standing) files.set(path, { blob, proof });
  draftRefs(history, taken, fault);
  sideRef('studio/schedule', ['schedule', 'unschedule'], 'no-schedule', history, fault);
  sideRef('studio/reports', ['report', 'settle'], 'no-report', history, fault);
  for (const name of refs.keys())
    if (
      !['main', 'studio/live', 'studio/schedule', 'studio/reports'].includes(name) &&
      !name.startsWith('draft/')
    )
      fault('strange-ref', name, { where: 'ref' });
  return { main: tip, root, changes, publishes, blobs: count, files, faults };
}

/** One commit of main: its root, a merge of a draft, or something that came past the studio. */
type Step =
  | { kind: 'root'; commit: HistoryCommit }
  | { kind: 'bypass'; commit: HistoryCommit; parent: HistoryCommit; fault: FaultKind; about: string[] }
  | {
      kind: 'merge';
      commit: HistoryCommit;
      parent: HistoryCommit;
      act: Extract<Act, { kind: 'merge' }>;
      tip: HistoryCommit;
      branch: Branch;
    };

function stepOf(commit: HistoryCommit, parent: HistoryCommit | undefined, commits: Commits): Step {
  if (parent === undefined) return { kind: 'root', commit };
  const signed = decodeMessage(commit.message);
  const bypass = (fault: FaultKind, about: string[] = []): Step => ({ kind: 'bypass', commit, parent, fault, about }); // prettier-ignore
  const [, second, ...others] = commit.parents;
  if (signed?.act.kind !== 'merge' || second === undefined || others.length > 0) return bypass('bypassed');
  const tip = commits.get(second);
  if (tip === undefined) return bypass('object-missing', [second]);
  const branch = branchOf(commits, second);
  return 'broken' in branch
    ? bypass('broken-draft', [branch.broken])
    : { kind: 'merge', commit, parent, act: signed.act, tip, branch };
}

/** All pairs of trees whose differences a step is judged by. */
function pairsOf(step: Step): TreePair[] {
  if (step.kind === 'root') return [{ from: undefined, to: step.commit.tree }];
  const own = { from: step.parent.tree, to: step.commit.tree };
  if (step.kind === 'bypass') return [own];
  return [own, { from: step.branch.began.tree, to: step.tip.tree }, ...writings(step.branch)];
}

/** The pair of each commit of a branch that changed something. */
function writings({ written, began }: Branch): TreePair[] {
  return written
    .map(({ tree }, at) => ({ from: (written[at - 1] ?? began).tree, to: tree }))
    .filter(({ from, to }) => from !== to);
}

interface Judging {
  history: History;
  standing: ReadonlyMap<string, { blob: string; proof: string | undefined }>;
  /** Merge commits by the draft that they took in. */
  taken: Map<string, string>;
  shown: ReadonlyMap<string, number>;
  at: number;
  written: readonly TreeChange[];
  between: (from: string | undefined, to: string) => readonly TreeChange[];
  fault: Tell;
}

/** What a merge proves, or nothing where it is at fault. */
async function provenChange(
  { commit, act, tip, branch }: Extract<Step, { kind: 'merge' }>,
  { history, standing, taken, shown, at, written, between, fault }: Judging,
): Promise<ProvenChange | undefined> {
  const changed = between(branch.began.tree, tip.tree);
  const [create] = branch.commits;
  // A draft is named by the operation that created it.
  const id = create!.operation;
  const before = taken.get(id);
  taken.set(id, commit.oid);
  if (id !== act.draft) return void fault('other-draft', commit.oid, { about: [act.draft, id] });
  if (before !== undefined) return void fault('merged-twice', commit.oid, { about: [id, before] });
  const began = shown.get(branch.began.oid);
  if (began === undefined || began >= at)
    return void fault('began-elsewhere', commit.oid, { about: [branch.began.oid] });
  const overwritten = changed.filter(({ path, from }) => (standing.get(path)?.blob ?? null) !== from);
  if (overwritten.length > 0) return void fault('overwrites', commit.oid, { about: pathsOf(overwritten) });
  const other = unlike(changed, written);
  if (other.length > 0) return void fault('other-content', commit.oid, { about: other });
  const files: ApprovedFile[] = changed.map(({ path, from, to }) => ({ path, blob: to, base: from }));
  const stood = new Map([...standing].map(([path, { blob }]) => [path, blob]));
  const { commits, context } = await history.rules(stood, branch, pathsOf(changed));
  const loose = [...standing].filter(([path, { proof }]) => saysWhoSigns(path) && proof === undefined);
  if (loose.length > 0)
    return void fault('rules-bypassed', commit.oid, { about: loose.map(([path]) => path) });
  const folded = folding(commits, { ...context, files });
  if (folded.kind === 'fault') return void fault('broken-draft', commit.oid, { about: [folded.why] });
  const { state, title } = folded.draft;
  if (state.kind !== 'approved') return void fault('not-approved', commit.oid, { about: pathsOf(changed) });
  const writers = writersIn(branch, between);
  return {
    commit: commit.oid,
    at: commit.at,
    draft: id,
    title,
    files: files.map((file) => {
      const wrote = writers.get(file.path);
      return { ...file, writer: wrote?.person, wroteIn: wrote?.oid };
    }),
    signatures: state.signatures,
    ...(state.override && { override: state.override }),
    judged: context.judged,
  };
}

/** Whether a file of the catalogue has a say in who signs. */
export function saysWhoSigns(path: string): boolean {
  return path === 'catalogue.yaml' || path.startsWith('governance/');
}

/** What a draft was, or why its acts, of which only the kind is known to be sound, tell no draft. */
function folding(
  commits: readonly DraftCommit[],
  context: FoldContext,
): { kind: 'draft'; draft: DraftSummary } | { kind: 'fault'; why: string } {
  try {
    return { kind: 'draft', draft: foldDraft(commits, context) };
  } catch (error) {
    // An act that lacks a part was not written by the studio.
    return { kind: 'fault', why: String(error) };
  }
}

/** Who gave each path its last content. */
function writersIn(branch: Branch, between: Judging['between']): Map<string, DraftCommit> {
  const { written, began, commits } = branch;
  const writers = new Map<string, DraftCommit>();
  for (const [at, { tree }] of written.entries())
    for (const { path } of between((written[at - 1] ?? began).tree, tree)) writers.set(path, commits[at]!);
  return writers;
}

/** Paths at which the merge holds something else than the draft. */
function unlike(draft: readonly TreeChange[], merge: readonly TreeChange[]): string[] {
  const wanted = new Map(draft.map(({ path, to }) => [path, to]));
  const held = new Map(merge.map(({ path, to }) => [path, to]));
  return [...new Set([...wanted.keys(), ...held.keys()])].filter(
    (path) => !wanted.has(path) || !held.has(path) || wanted.get(path) !== held.get(path),
  );
}

/** The publish commits, oldest first. */
function liveChain({ refs, commits }: History, fault: Tell): HistoryCommit[] {
  const tip = refs.get('studio/live');
  if (tip === undefined) return [];
  const { chain, missing } = firstParents(commits, tip);
  if (missing !== undefined) fault('object-missing', missing, { where: 'live', about: ['studio/live'] });
  return chain.reverse();
}

function publishesOf(
  live: readonly HistoryCommit[],
  shown: ReadonlyMap<string, number>,
  main: readonly HistoryCommit[],
  fault: Tell,
): Verified['publishes'] {
  return live.flatMap(({ oid, at, message, tree, parents }) => {
    const signed = decodeMessage(message);
    if (signed?.act.kind !== 'publish' || parents.length > 1) {
      fault('no-publish', oid, { where: 'live' });
      return [];
    }
    const of = signed.act.main;
    const position = shown.get(of);
    if (position === undefined) {
      fault('published-elsewhere', oid, { where: 'live', about: [of] });
      return [];
    }
    if (main[position]!.tree !== tree) fault('published-other-content', oid, { where: 'live', about: [of] });
    return [{ commit: oid, at, main: of, person: signed.person }];
  });
}

/** Nothing but acts of these `kinds` stands on a branch that is kept beside main; `other` is said of what else does. */
function sideRef(
  name: string,
  kinds: readonly ActKind[],
  other: FaultKind,
  { refs, commits }: History,
  fault: Tell,
): void {
  const tip = refs.get(name);
  if (tip === undefined) return;
  const { chain, missing } = firstParents(commits, tip);
  if (missing !== undefined) fault('object-missing', missing, { where: 'ref', about: [name] });
  for (const { oid, message, parents } of chain) {
    const kind = decodeMessage(message)?.act.kind;
    if (kind !== undefined && kinds.includes(kind) && parents.length < 2) continue;
    fault(other, oid, { where: 'ref' });
    return;
  }
}

/** Every draft that main took in still has its branch, and the branch holds what was taken. */
function draftRefs({ refs, commits }: History, taken: ReadonlyMap<string, string>, fault: Tell): void {
  for (const [id, merge] of taken) {
    const ref = `draft/${id}`;
    const tip = refs.get(ref);
    if (tip === undefined) {
      fault('draft-gone', ref, { where: 'draft', about: [merge] });
      continue;
    }
    const wanted = commits.get(merge)?.parents[1];
    const branch = branchOf(commits, tip);
    if ('broken' in branch) fault('broken-draft', branch.broken, { where: 'draft', about: [ref] });
    else if (!branch.written.some(({ oid }) => oid === wanted))
      fault('draft-rewound', ref, { where: 'draft', about: [merge] });
  }
  for (const [ref, tip] of refs) {
    if (!ref.startsWith('draft/') || taken.has(ref.slice('draft/'.length))) continue;
    const branch = branchOf(commits, tip);
    if ('broken' in branch) fault('broken-draft', branch.broken, { where: 'draft', about: [ref] });
    else if (branch.commits[0]!.operation !== ref.slice('draft/'.length))
      fault('other-draft', ref, { where: 'draft', about: [branch.commits[0]!.operation] });
  }
}

function pathsOf(changes: readonly TreeChange[]): string[] {
  return changes.map(({ path }) => path);
}

function keyOf({ from, to }: TreePair): string {
  return `${from ?? ''} ${to}`;
}

/** Faults in words; the place is told beside them. */
export const faultWords = {
  'object-missing': { zh: '对象丢失', en: 'an object is missing' },
  'object-altered': { zh: '对象的内容与它的编号不符', en: 'an object is not what its id says' },
  'strange-ref': { zh: '不是工作台建立的引用', en: 'a ref that the studio does not make' },
  'no-main': { zh: '没有正式目录', en: 'there is no main' },
  'no-import': { zh: '正式目录不是由导入开始的', en: 'main does not begin with an import' },
  bypassed: { zh: '绕过审核写入正式目录', en: 'a commit of main that bypassed review' },
  'no-plain-file': { zh: '不是普通文件', en: 'no plain file' },
  'broken-draft': { zh: '草稿的历史不完整，或有不是工作台作出的提交', en: 'a draft whose history is broken' },
  'other-draft': { zh: '草稿的编号与它的创建不符', en: 'a draft under the id of another' },
  'merged-twice': { zh: '同一份草稿并入两次', en: 'a draft that was merged twice' },
  'began-elsewhere': { zh: '草稿不是从正式目录开始的', en: 'a draft that began on something else than main' },
  overwrites: { zh: '并入时覆盖了别的已通过的改动', en: 'a merge that overwrites another approved change' },
  'other-content': { zh: '并入的内容不是草稿的内容', en: 'a merge that holds something else than its draft' },
  'not-approved': {
    zh: '并入时签批不齐，或不是对这些内容的签批',
    en: 'a merge without the approvals of this content',
  },
  'rules-bypassed': { zh: '签批所依的规则绕过了审核', en: 'approvals by rules that bypassed review' },
  'draft-gone': { zh: '已并入的草稿的分支不见了', en: 'the branch of a merged draft is gone' },
  'draft-rewound': { zh: '已并入的草稿的分支被改写', en: 'the branch of a merged draft was rewritten' },
  'no-publish': { zh: '不是发布，却在发布记录上', en: 'no publish, on the record of publishes' },
  'no-schedule': { zh: '不是预定发布，却在它的记录上', en: 'no publish set for a time, on their record' },
  'no-report': { zh: '不是读者纠错，却在它的记录上', en: 'no report of a reader, on their record' },
  'published-elsewhere': { zh: '发布的不是正式目录里的版本', en: 'a publish of what is not on main' },
  'published-other-content': {
    zh: '发布记录的内容与所发布的版本不同',
    en: 'a publish whose content is not that of main',
  },
  'main-rewound': { zh: '正式目录被退回到更早的版本', en: 'main was set back' },
  'ref-altered': { zh: '引用不能读，或指向不是提交的对象', en: 'a ref that names no commit' },
  shallow: { zh: '这个克隆不完整（浅克隆），不能证明', en: 'a shallow clone proves nothing' },
} as const satisfies Record<string, Words>;
