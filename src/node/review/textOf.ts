import type { Repository } from '../git/index.ts';

/** Content of a blob; `undefined` for none. */
export async function textOf(repository: Repository, blob: string | null): Promise<string | undefined> {
  return blob === null ? undefined : (await repository.readBlob(blob)).toString('utf8');
}
