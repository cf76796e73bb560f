import { changedStatements, type ChangedStatement, type Statement } from '../../guide/index.ts';

/** What a version says, thing by thing, and the page of the version that it followed when it was first shown. */
export interface VersionRecord {
  after?: string;
  says: readonly Statement[];
}

/** Where the record of a version stands: beside its page. */
export function recordPath(page: string): string {
  return page.replace(/\.html$/, '.json');
}

/** The record of the version at `page`, read by `fileAt`; nothing of versions that were published without one. */
export function recordOf(
  page: string | undefined,
  fileAt: (path: string) => string | undefined,
): VersionRecord | undefined {
  const text = page && fileAt(recordPath(page));
  return text ? (JSON.parse(text) as VersionRecord) : undefined;
}

/** What is said otherwise than in an earlier version; nothing where that one left no record. */
export function changesSince(
  record: VersionRecord | undefined,
  said: readonly Statement[],
): ChangedStatement[] | undefined {
  return record && changedStatements(record.says, said);
}
