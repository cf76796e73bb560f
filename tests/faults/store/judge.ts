import { decodeMessage } from '../../../src/review/index.ts';
import type { Store } from '../../../src/node/review/index.ts';
import type { Request } from './request.ts';

/** An operation that was acknowledged: by these the repository is judged. */
export interface Acknowledged {
  request: Request;
  oid: string;
  text?: string;
}

/** What is wrong, each in a sentence; all should be empty. */
export interface Verdict {
  lost: string[];
  duplicated: string[];
  wrongApprovals: string[];
}

/** Judges the repository by what was acknowledged: every operation there, once, and nothing on main unapproved. */
export async function judge(store: Store, all: readonly Acknowledged[]): Promise<Verdict> {
  const verdict: Verdict = { lost: [], duplicated: [], wrongApprovals: [] };
  const { repository } = store;
  const operations = new Map<string, Set<string>>();
  const held = new Set<string>();
  const note = (oid: string, message: string) => {
    held.add(oid);
    const operation = decodeMessage(message)?.operation;
    if (operation === undefined) return void verdict.lost.push(`commit ${oid} tells no act`);
    const oids = operations.get(operation) ?? new Set();
    operations.set(operation, oids.add(oid));
  };
  const refs = await repository.listRefs('refs/heads/');
  const main = refs.get('refs/heads/main');
  if (main === undefined) throw new Error('There is no main');
  const onMain = await repository.history(main);
  const mains = new Set(onMain.map(({ oid }) => oid));
  for (const [ref, tip] of refs) {
    const history = await repository.history(tip);
    // A branch goes on into main, whose commits are its own.
    for (const { oid, message } of history)
      if (ref === 'refs/heads/main' || !mains.has(oid)) note(oid, message);
  }
  for (const { request, oid, text } of all) {
    const told = `${request.kind} ${request.operation}`;
    // An act may be acknowledged by the tip that already holds it.
    const oids = operations.get(request.operation);
    if (oids === undefined || !held.has(oid)) verdict.lost.push(`${told}: ${oid}`);
    else if (request.kind === 'save' && text !== undefined) {
      const blob = (await repository.readTree(oid)).get(request.path);
      const found = blob && (await repository.readBlob(blob)).toString();
      if (found !== text) verdict.lost.push(`${told}: another text`);
    }
  }
  // The last signature and the merge that follows from it are one operation of one person.
  for (const [operation, oids] of operations)
    if (oids.size > 1) verdict.duplicated.push(`${operation}: ${[...oids].join(' ')}`);
  for (const merge of onMain) {
    const [before, taken] = merge.parents;
    if (before === undefined || taken === undefined) continue;
    verdict.wrongApprovals.push(...(await wrongIn(store, { oid: merge.oid, before, taken })));
  }
  return verdict;
}

/** Why the merge `oid` of `taken` over `before` was not approved as it is. */
async function wrongIn(
  { repository }: Store,
  { oid, before, taken }: { oid: string; before: string; taken: string },
): Promise<string[]> {
  const [then, now] = [await repository.readTree(before), await repository.readTree(oid)];
  const changed = [...new Set([...then.keys(), ...now.keys()])].filter(
    (path) => then.get(path) !== now.get(path),
  );
  const wanted = changed
    .map((path) => `${path} ${now.get(path) ?? null} ${then.get(path) ?? null}`)
    .sort()
    .join();
  const writers = new Set<string>();
  const signers = new Set<string>();
  let isAfterSubmit = true;
  for (const { message } of await repository.history(taken)) {
    const signed = decodeMessage(message);
    if (signed === undefined) return [`${oid}: a commit tells no act`];
    const { act, person } = signed;
    if (act.kind === 'edit') writers.add(person.subject);
    if (act.kind === 'submit' || act.kind === 'edit') isAfterSubmit = false;
    if (act.kind === 'approve' && isAfterSubmit) {
      const files = act.files.map(({ path, blob, base }) => `${path} ${blob} ${base}`).sort();
      if (files.join() === wanted) signers.add(person.subject);
    }
    if (act.kind === 'create') {
      writers.add(person.subject);
      break;
    }
  }
  const others = [...signers].filter((subject) => !writers.has(subject));
  return others.length >= 2 ? [] : [`${oid}: signed by ${others.join() || 'nobody'}`];
}
