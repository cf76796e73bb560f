import { createHash } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { encodeMessage, type Act, type Person, type Role, type SignedAct } from '../../../review/index.ts';
import { runGit } from '../../git/runGit.ts';
import { judgedBy } from '../judged.ts';
import { liveRef, mainRef } from '../refs.ts';

const person = (subject: string, ...roles: Role[]): Person => ({ subject, name: subject, roles });
/** Two who write and two who sign, as the studio's own repository would have them. */
export const people = {
  importer: person('system:import'),
  ann: person('ann', 'drafter'),
  bob: person('bob', 'drafter'),
  rev: person('rev', 'reviewer'),
  law: person('law', 'legal'),
  admin: person('admin', 'administrator'),
};

/** The rules of the repositories that are made here. */
export const judged = judgedBy({
  plain: [{ role: 'reviewer' }],
  legal: [{ role: 'reviewer' }, { role: 'legal' }],
  override: [],
});

/** Id of the `n`th draft. */
export const draftId = (n: number): string => `01${String(n).padStart(24, '0')}`;

/** The blob that git makes of a text. */
export function blobOid(text: string): string {
  const bytes = Buffer.from(text);
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

export interface ManyChanges {
  /** How many drafts were written, signed and merged; the files they change go round. */
  changes: number;
  files: number;
  /** After how many merges the site is published again. */
  publishEvery: number;
}

/** An empty bare repository in `dir`. */
export async function emptyRepository(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await runGit(['init', '--quiet', '--bare', '--template=', '--initial-branch=studio/none'], { dir });
}

/**
 * A bare repository in `dir` with that much history, as the store writes it: an import, then drafts, each created,
 * edited, submitted, signed by two and merged, and publishes among them. Two streams to git make all of it.
 */
export async function manyChanges(dir: string, { changes, files, publishEvery }: ManyChanges): Promise<void> {
  await emptyRepository(dir);
  const history = new CommitStream();
  const path = (n: number) => `000000/item-${String(n % files).padStart(4, '0')}.yaml`;
  const text = (n: number, round: number) => `id: item-${n % files}\nround: ${round}\n`;
  const first = new Map([
    ['catalogue.yaml', 'title: 样例\n'],
    ['governance/approvals.yaml', 'approvals:\n  plain: [reviewer]\n  legal: [reviewer, legal]\n'],
    ...Array.from({ length: files }, (_, n) => [path(n), text(n, 0)] as const),
  ]);
  let main = history.commit(mainRef, { act: { kind: 'import' }, person: people.importer }, { writes: first });
  for (let n = 0; n < changes; n++) {
    const [draft, round] = [draftId(n), Math.floor(n / files) + 1];
    const ref = `refs/heads/draft/${draft}`;
    const file = { path: path(n), blob: blobOid(text(n, round)), base: blobOid(text(n, round - 1)) };
    const writes = new Map([[file.path, text(n, round)]]);
    const person = n % 2 === 0 ? people.ann : people.bob;
    const title = `改 ${n}`;
    const approve = (role: Role): Act => ({ kind: 'approve', role, risk: 'legal', files: [file], judged });
    let tip = history.commit(
      ref,
      { act: { kind: 'create', title }, person, operation: draft },
      { from: main },
    );
    tip = history.commit(ref, { act: { kind: 'edit', files: [file.path] }, person }, { from: tip, writes });
    tip = history.commit(ref, { act: { kind: 'submit', risk: 'legal' }, person }, { from: tip });
    tip = history.commit(ref, { act: approve('reviewer'), person: people.rev }, { from: tip });
    tip = history.commit(ref, { act: approve('legal'), person: people.law }, { from: tip });
    const merge = { act: { kind: 'merge', draft, title } as const, person: people.law };
    main = history.commit(mainRef, merge, { from: main, merge: tip, writes });
  }
  await history.send(dir);
  await publishEach(dir, (n) => n > 0 && (n % publishEvery === 0 || n === changes));
}

/** Records a publish of each commit of main whose number `isShown` says, the root being 0. */
async function publishEach(dir: string, isShown: (n: number) => boolean): Promise<void> {
  const log = await runGit(['log', '--first-parent', '--reverse', '--format=%H %T', mainRef], { dir });
  const live = new CommitStream();
  let tip: number | undefined;
  for (const [n, line] of log.toString('latin1').trim().split('\n').entries()) {
    const [main, tree] = line.split(' ') as [string, string];
    if (!isShown(n)) continue;
    const act: Act = { kind: 'publish', main, date: '2026-06-01' };
    tip = live.commit(
      liveRef,
      { act, person: people.admin },
      { tree, ...(tip !== undefined && { from: tip }) },
    );
  }
  await live.send(dir);
}

interface Content {
  /** The parents: marks of the same stream, or ids. */
  from?: number | string;
  merge?: number | string;
  writes?: ReadonlyMap<string, string>;
  /** Of the files written; a plain file's where it is not given. */
  mode?: string;
  /** The whole content, in the place of the parent's and `writes`. */
  tree?: string;
}

/** Commits for `git fast-import`, each of the second after the one before; refs are moved wherever they say. */
export class CommitStream {
  readonly #parts: string[] = [];
  #mark = 0;

  /** Adds a commit to `ref`, and gives its mark. */
  commit(
    ref: string,
    {
      operation = `operation-${this.#mark}`,
      ...signed
    }: Omit<SignedAct, 'operation'> & { operation?: string },
    { from, merge, writes = new Map<string, string>(), mode = '100644', tree }: Content,
  ): number {
    const mark = ++this.#mark;
    const { subject } = signed.person;
    const time = 1_780_000_000 + mark;
    this.#parts.push(
      `commit ${ref}\nmark :${mark}\n`,
      `author ${subject} <${subject.replace(':', '-')}@guicheng.invalid> ${time} +0000\n`,
      `committer Guicheng <studio@guicheng.invalid> ${time} +0000\n`,
      dataOf(encodeMessage({ ...signed, operation })),
      from === undefined ? '' : `from ${nameOf(from)}\n`,
      merge === undefined ? '' : `merge ${nameOf(merge)}\n`,
      tree === undefined ? '' : `M 040000 ${tree} \n`,
      ...[...writes].map(([path, text]) => `M ${mode} inline ${path}\n${dataOf(text)}`),
      '\n',
    );
    return mark;
  }

  async send(dir: string): Promise<void> {
    await runGit(['fast-import', '--quiet', '--force', '--date-format=raw'], {
      dir,
      input: this.#parts.join(''),
    });
  }
}

function nameOf(commit: number | string): string {
  return typeof commit === 'number' ? `:${commit}` : commit;
}

function dataOf(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}
