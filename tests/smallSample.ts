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
 * The files of the sample cut down to a baker's dozen of permits in four divisions, for tests that seed a repository or
 * publish a site over and over: what they show does not depend on how many guides there are, their time does. A test that
 * needs fewer still names them (`kept`).
 */
export async function smallSample(kept: readonly string[] = smallItems): Promise<Map<string, Uint8Array>> {
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
    else if (name === 'adopt') small.set(path, adopting(bytes, kept));
    else if (kept.includes(name)) small.set(path, bytes);
  }
  return small;
}

/** A list of adoptions with the lines of other items left out. */
function adopting(bytes: Uint8Array, items: readonly string[]): Uint8Array {
  const lines = Buffer.from(bytes).toString().split('\n');
  const left = lines.filter((line) => {
    const [, id] = /^\s*- \{id: ([a-z0-9-]+)/.exec(line) ?? [];
    return id === undefined || items.includes(id);
  });
  return Buffer.from(left.join('\n'));
}
