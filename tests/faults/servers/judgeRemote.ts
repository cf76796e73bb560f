import type { Acknowledged, Ledger } from './ledger.ts';
import { fields } from './person.ts';
import { ReadRemote, type Difference, type ReadCommit } from './readRemote.ts';

/** What is wrong, each in a sentence; all should be empty. */
export interface Verdict {
  lost: string[];
  duplicated: string[];
  wrongApprovals: string[];
  /** Refused, and there nevertheless. */
  wrongRefusals: string[];
}

/** The signatures that the catalogue of the run asks for, by the risk of what is changed. */
const required: Record<string, string[]> = { plain: ['reviewer'], legal: ['reviewer', 'legal'] };

/** Acts that stand between a submission and its merge without ending the review. */
const besides = new Set(['approve', 'comment', 'resolve', 'reopen', 'suggest', 'decline', 'reformat']);

/**
 * Holds the repository `dir`, read with git alone, against what people were told: every acknowledged operation is
 * there, once, with the bytes that were acknowledged and without undoing what others wrote; and nothing is on main
 * but what others than its writers signed exactly so.
 */
export async function judgeRemote(dir: string, { acknowledged, refused }: Ledger): Promise<Verdict> {
  const remote = await ReadRemote.open(dir);
  await remote.fsck();
  const judge = new Judge(remote);
  judge.once();
  for (const one of acknowledged) judge.isThere(one);
  await judge.keptAll(acknowledged);
  await judge.approved();
  await judge.published();
  for (const [operation, told] of refused)
    if (judge.operations.has(operation)) judge.verdict.wrongRefusals.push(`${told}: ${operation}`);
  return judge.verdict;
}

class Judge {
  readonly verdict: Verdict = { lost: [], duplicated: [], wrongApprovals: [], wrongRefusals: [] };
  readonly operations = new Map<string, ReadCommit[]>();
  readonly #remote: ReadRemote;
  readonly #main: ReadCommit[];
  readonly #mains: ReadonlySet<string>;
  readonly #live: ReadCommit[];
  /** Commits by the draft whose branch they are on. */
  readonly #drafts = new Map<string, ReadonlySet<string>>();

  constructor(remote: ReadRemote) {
    this.#remote = remote;
    this.#main = remote.line(remote.refs.get('refs/heads/main'));
    this.#mains = new Set(this.#main.map(({ oid }) => oid));
    this.#live = remote.line(remote.refs.get('refs/heads/studio/live'));
    for (const commit of remote.commits.values()) {
      if (commit.told === undefined) {
        this.verdict.lost.push(`commit ${commit.oid} tells no act`);
        continue;
      }
      const { operation } = commit.told;
      this.operations.set(operation, [...(this.operations.get(operation) ?? []), commit]);
    }
    for (const [ref, tip] of remote.refs)
      if (ref.startsWith('refs/heads/draft/'))
        this.#drafts.set(
          ref.slice('refs/heads/draft/'.length),
          new Set(remote.draftLine(tip).map(({ oid }) => oid)),
        );
  }

  /** No operation is done twice. The last signature and the merge that follows from it are one operation. */
  once(): void {
    for (const [operation, commits] of this.operations) {
      const kinds = commits.map(({ told }) => told!.act.kind).sort();
      if (commits.length > 1 && kinds.join() !== 'approve,merge')
        this.verdict.duplicated.push(`${operation}: ${kinds.join()}`);
    }
  }

  isThere(one: Acknowledged): void {
    const lost = (why: string) => this.verdict.lost.push(`${one.kind} ${one.operation}: ${why}`);
    const commits = this.operations.get(one.operation) ?? [];
    switch (one.kind) {
      case 'create':
      case 'save': {
        const commit = commits.find(({ oid }) => oid === one.tip);
        if (commit?.told?.act.kind !== (one.kind === 'save' ? 'edit' : 'create')) lost('no such commit');
        else if (!this.#isOn(one.draft, commit)) lost('not on its branch');
        return;
      }
      case 'act': {
        const commit = commits.find(({ told }) => told?.act.kind === one.deed.kind);
        if (commit === undefined || !this.#isOn(one.draft, commit)) return void lost('no such act');
        const said = commit.told!.act;
        for (const [key, value] of Object.entries(one.deed))
          if (said[key] !== value) lost(`${key} is another`);
        if (one.merged !== undefined && !this.#mains.has(one.merged)) lost('its merge');
        return;
      }
      case 'publish':
        if (!this.#live.some(({ told }) => told?.act['main'] === one.live)) lost('not recorded');
    }
  }

  /**
   * Every save holds what its answer said, and changes of what stood there before just those fields that its writer
   * changed of what they had seen.
   */
  async keptAll(all: readonly Acknowledged[]): Promise<void> {
    const saves = all.flatMap((one) => (one.kind === 'save' ? [one] : []));
    const parentOf = (oid: string) => this.#remote.commits.get(oid)?.parents[0] ?? '';
    const texts = await this.#remote.texts(
      saves.flatMap(({ tip, ifMatch, path }) =>
        [tip, ifMatch, parentOf(tip)].map((commit) => `${commit}:${path}`),
      ),
    );
    for (const { operation, tip, ifMatch, path, sent, text } of saves) {
      const lost = (why: string) => this.verdict.lost.push(`save ${operation}: ${why}`);
      const [is, seen, was] = [tip, ifMatch, parentOf(tip)].map((commit) => texts.get(`${commit}:${path}`));
      if (is === undefined || seen === undefined || was === undefined) {
        lost('its file is gone');
        continue;
      }
      if (is !== (text ?? sent)) lost('other bytes than were acknowledged');
      for (const field of [...fields, undefined]) {
        const [now, then, before, mine] = [is, was, seen, sent].map((one) => partOf(one, field));
        const isMine = mine !== before;
        if (now !== (isMine ? mine : then))
          lost(`${field ?? 'the rest'} is neither theirs nor what stood there`);
        if (isMine && then !== before && then !== mine) lost(`${field ?? 'the rest'} of somebody else went`);
      }
    }
  }

  /** Every merge brings just what its draft changed, and just that was signed by all who have to, none of them its writer. */
  async approved(): Promise<void> {
    for (const { oid, parents, told } of this.#main.slice(0, -1)) {
      const wrong = (why: string) => this.verdict.wrongApprovals.push(`${oid}: ${why}`);
      const [before, taken] = parents;
      if (told?.act.kind !== 'merge' || before === undefined || taken === undefined) {
        wrong('no merge');
        continue;
      }
      const line = this.#remote.draftLine(taken);
      const began = line.at(-1)?.parents[0];
      if (began === undefined) {
        wrong('of no draft');
        continue;
      }
      const brought = await this.#remote.differences(before, oid);
      const drafted = await this.#remote.differences(began, taken);
      if (namesOf(brought) !== namesOf(drafted)) wrong('brings something else than its draft');
      const end = line.findIndex((commit) => !besides.has(commit.told?.act.kind ?? ''));
      if (line[end]?.told?.act.kind !== 'submit') wrong('taken in without being submitted');
      const writers = new Set(
        line
          .filter((commit) => commit.told?.act.kind === 'create' || this.#changes(commit))
          .map((commit) => commit.told?.person.subject),
      );
      const signatures = line.slice(0, Math.max(end, 0)).flatMap((commit) => {
        const act = commit.told?.act;
        if (act?.kind !== 'approve' || signedOf(act) !== namesOf(brought)) return [];
        const subject = commit.told!.person.subject;
        return writers.has(subject) ? [] : [{ subject, role: act['role'], risk: act['risk'] }];
      });
      const risk = signatures.some((one) => one.risk === 'legal') ? 'legal' : 'plain';
      const signers = new Set(
        required[risk]!.map((role) => signatures.find((one) => one.role === role)?.subject),
      );
      if (signers.has(undefined) || signers.size < required[risk]!.length)
        wrong(`${risk}, signed as it is by ${signatures.map((one) => one.subject).join() || 'nobody'}`);
    }
  }

  /** Each publish shows a commit that main was at. */
  async published(): Promise<void> {
    for (const { oid, tree, told } of this.#live) {
      const main = String(told?.act['main']);
      if (!this.#mains.has(main)) this.verdict.wrongApprovals.push(`${oid} shows what main never was`);
      else if (this.#remote.commits.get(main)?.tree !== tree)
        this.verdict.wrongApprovals.push(`${oid} is not of the commit that it names`);
    }
  }

  #isOn(draft: string, { oid }: ReadCommit): boolean {
    return this.#drafts.get(draft)?.has(oid) === true;
  }

  #changes({ tree, parents }: ReadCommit): boolean {
    return tree !== this.#remote.commits.get(parents[0] ?? '')?.tree;
  }
}

/** The line of a field, or all but those lines. */
function partOf(text: string, field: string | undefined): string {
  if (field === undefined) return text.replaceAll(new RegExp(`^  (?:${fields.join('|')}): .*$`, 'gm'), '');
  return new RegExp(`^  ${field}: .*$`, 'm').exec(text)?.[0] ?? '';
}

/** Differences as one text. */
function namesOf(differences: readonly Difference[]): string {
  return differences
    .map(({ path, from, to }) => `${path} ${from} ${to}`)
    .sort()
    .join('\n');
}

function signedOf(act: Record<string, unknown>): string {
  const files = act['files'] as { path: string; blob: string | null; base: string | null }[]; // As approvals are written.
  return namesOf(files.map(({ path, blob, base }) => ({ path, from: base, to: blob })));
}
