import { changedStatements, type ChangedStatement, type Statement } from '../../guide/index.ts';

/** Where what a version says stands, thing by thing: beside its page. */
export function recordPath(page: string): string {
  return page.replace(/\.html$/, '.json');
}

/** What is said otherwise than in an earlier version; nothing where that one left no record. */
export function changesSince(
  record: string | undefined,
  said: readonly Statement[],
): ChangedStatement[] | undefined {
  if (record === undefined) return undefined;
  return changedStatements(JSON.parse(record) as Statement[], said);
}
