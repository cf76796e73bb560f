import { expect, test } from 'vitest';
import { smallSample } from '../../../../tests/smallSample.ts';
import type { Draft, Store } from '../../review/index.ts';
import { draftOwners } from './draftOwners.ts';

const path = '511502/food-business-licence.yaml';
const base = '000000/food-business-licence.yaml';

test('whose a draft is is found once, and again only where main changes what it follows from', async () => {
  let main: ReadonlyMap<string, Uint8Array> = await smallSample();
  const change = (file: string, from: string, to: string) => {
    const text = Buffer.from(main.get(file)!).toString();
    expect(text).toContain(from);
    main = new Map(main).set(file, Buffer.from(text.replaceAll(from, to)));
  };
  let read = 0;
  const readBlob = () => {
    read++;
    return Promise.resolve(Buffer.from(main.get(path)!));
  };
  // All that it takes of a store, and of a draft.
  const store = { repository: { readBlob } } as unknown as Store;
  const draft = { changes: [{ path, blob: 'a'.repeat(40) }], commits: [] } as unknown as Draft;
  const departments = async () => {
    const [file] = await draftOwners(draft, store, main);
    return file!.owners.map((owner) => owner.kind === 'item' && owner.departments);
  };
  expect(await departments()).toEqual([['market-regulation']]);
  expect(await departments()).toEqual([['market-regulation']]);
  change('000000/construction-permit.yaml', '工程开工的施工证', '施工证');
  expect([await departments(), read]).toEqual([[['market-regulation']], 1]);
  change(base, 'department: market-regulation', 'department: health');
  expect([await departments(), read]).toEqual([[['health']], 2]);
  change('catalogue.yaml', '\n', '\n\n');
  expect([await departments(), read], 'what all share').toEqual([[['health']], 3]);
});
