import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { branchOf } from '../../../review/index.ts';
import { ObjectReader } from '../../git/objectReader.ts';
import { mainRef } from '../refs.ts';
import { blobOid, CommitStream, draftId, emptyRepository, people } from './manyChanges.ts';
import { readCommits, readRefs } from './readHistory.ts';
import { sameValuesTold } from './sameValuesTold.ts';

const { ann, importer } = people;
const path = '000000/a.yaml';
const fields = (key: string) =>
  `fields:\n  - {id: code, key: ${key}, type: text, title: {zh: 编号, en: Code}}\n`;

/** Whether quotes around the value of `x-code` keep it, in a draft that began while `then` was the extension, and now `now` is. */
async function keeps(then: string, now: string): Promise<boolean | undefined> {
  const dir = await mkdtemp(join(tmpdir(), 'guicheng-reformat-'));
  try {
    await emptyRepository(dir);
    const [plain, quoted] = ['id: a\nx-code: 7\n', 'id: a\nx-code: "7"\n'];
    const stream = new CommitStream();
    const ref = `refs/heads/draft/${draftId(1)}`;
    const began = stream.commit(
      mainRef,
      { act: { kind: 'import' }, person: importer },
      {
        writes: new Map([
          ['extension/item.yaml', then],
          [path, plain],
        ]),
      },
    );
    stream.commit(
      mainRef,
      { act: { kind: 'import' }, person: importer },
      { from: began, writes: new Map([['extension/item.yaml', now]]) },
    );
    const draft = stream.commit(ref, { act: { kind: 'create', title: '改' }, person: ann }, { from: began });
    const files = [{ path, from: blobOid(plain), to: blobOid(quoted) }];
    stream.commit(
      ref,
      { act: { kind: 'reformat', files }, person: ann },
      { from: draft, writes: new Map([[path, quoted]]) },
    );
    await stream.send(dir);
    const [refs, commits] = [await readRefs(dir), await readCommits(dir, new Set())];
    const branch = branchOf(commits, refs.get(`draft/${draftId(1)}`)!);
    if ('broken' in branch) throw new Error(`No branch of a draft ends at ${branch.broken}`);
    const reader = new ObjectReader(dir);
    try {
      return (await sameValuesTold(dir, (oid) => reader.readBlob(oid))(branch)).at(-1)?.sameValues;
    } finally {
      reader.close();
    }
  } finally {
    await rm(dir, { recursive: true });
  }
}

it('judges what was written anew by the fields that the catalogue had then, whatever it has since', async () => {
  expect(await keeps(fields('x-code'), fields('x-other'))).toBe(true);
  expect(await keeps(fields('x-other'), fields('x-code'))).toBe(false);
});
