import { readFolder } from '../src/node/files/index.ts';
import { sampleDir } from './sampleCatalogue.ts';

const divisions = ['000000', '510000', '511500', '511502', '360100'];

/** Its permits. */
export const smallItems = [
  'construction-permit',
  'construction-planning-permit',
  'drinking-water-hygiene-licence',
  'food-business-licence',
  'forest-felling-licence',
  'hotel-special-trade-licence',
  'labour-dispatch-licence',
  'pollutant-discharge-permit',
  'public-place-hygiene-licence',
  'road-freight-licence',
  'soil-water-conservation-plan',
  'urban-road-excavation-permit',
  'water-abstraction-licence',
];

/**
 * The files of the sample cut down to a baker's dozen of permits in four divisions, and the laws that are cited: for
 * tests that seed a repository or publish a site over and over. What they show does not depend on how many guides there
 * are, their time does. A test that needs fewer still names them (`kept`);
 * one that chooses among many laws has all.
 */
export async function smallSample(
  kept: readonly string[] = smallItems,
  { allLaws = false } = {},
): Promise<Map<string, Uint8Array>> {
  const small = new Map<string, Uint8Array>();
  for (const [path, bytes] of await readFolder(sampleDir)) {
    const [, division, name = ''] = /^(?:agencies\/)?(\d{6})(?:\/(.*))?\.yaml$/.exec(path) ?? [];
    // A list of all permits would miss most of them here.
    if (path.startsWith('lists/')) continue;
    const [, translated] = /^translations\/\w+\/(.*)\.yaml$/.exec(path) ?? [];
    if (translated !== undefined && !kept.includes(translated)) continue;
    if (division === undefined) {
      // A bundle is of members that are not all among them.
      const isOther = path.startsWith('bundles/') || path.startsWith('centres/');
      if (!isOther || path === 'centres/yibin.yaml') small.set(path, bytes);
    } else if (!divisions.includes(division)) continue;
    else if (path.startsWith('agencies/')) small.set(path, bytes);
    else if (name === 'adopt') {
      const list = adopting(bytes, kept);
      if (list !== undefined) small.set(path, list);
    } else if (kept.includes(name)) small.set(path, bytes);
  }
  if (!allLaws) removeUncitedLaws(small);
  return small;
}

/** Takes the laws out of `files` that none of the others names, but not that which the rules rest on. */
export function removeUncitedLaws(files: Map<string, Uint8Array>): void {
  const texts = [...files]
    .filter(([path]) => !path.startsWith('laws/'))
    .map(([, bytes]) => Buffer.from(bytes).toString());
  for (const path of files.keys()) {
    const law = /^laws\/(.*)\.yaml$/.exec(path)?.[1];
    const isKept = law === undefined || law === 'administrative-licensing-law';
    if (!isKept && !texts.some((text) => text.includes(law))) files.delete(path);
  }
}

/** A list of adoptions with the lines of other items left out; `undefined` where none is left. */
function adopting(bytes: Uint8Array, items: readonly string[]): Uint8Array | undefined {
  const lines = Buffer.from(bytes).toString().split('\n');
  const left = lines.filter((line) => {
    const [, id] = /^\s*- \{id: ([a-z0-9-]+)/.exec(line) ?? [];
    return id === undefined || items.includes(id);
  });
  return left.some((line) => /^\s*- \{id: /.test(line)) ? Buffer.from(left.join('\n')) : undefined;
}
