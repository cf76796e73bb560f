import type { Bundle } from '../model/bundle.ts';
import type { AdoptionFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { effectiveItem } from './effective.ts';
import { itemSources } from './itemChain.ts';
import { readSource } from './source.ts';
import type { Catalogue, EffectiveItem, ItemSource, Lookups, Source } from './types.ts';

/** A bundle as it is being written, in the first division that it names. */
export interface BundleText {
  bundle: Draft<Bundle>;
  division: string;
  /** The items of its members there, as far as their files were given. */
  items: Map<string, EffectiveItem>;
}

/** A text of the catalogue. */
interface Text {
  path: string;
  text: string;
}

/** The files from which `bundleText` makes a bundle: of its members' items, and of what divisions adopt. */
export function filesOfBundle(
  bundle: Draft<Bundle>,
  { chains, adoptions, lookups }: Pick<Catalogue, 'chains' | 'adoptions' | 'lookups'>,
): Text[] {
  const above = lookups.divisionChain(bundle.divisions?.[0] ?? '000000');
  const items = new Set((bundle.members ?? []).flatMap(({ item }) => item ?? []));
  return [
    ...above.flatMap((code) => adoptions.get(code) ?? []),
    ...[...items].flatMap((item) =>
      (chains.get(item) ?? []).filter(({ division }) => above.includes(division)).map(({ source }) => source),
    ),
  ].map(({ path, text }) => ({ path, text }));
}

/** What the bundle in `source` is made of, from the texts that `filesOfBundle` gave. */
export function bundleText(
  source: Source<Bundle>,
  files: readonly Text[],
  lookups: Pick<Lookups, 'divisionChain' | 'shape'>,
): BundleText {
  const bundle = source.value;
  const division = bundle.divisions?.[0] ?? '000000';
  const adopted = new Map<string, Set<string>>();
  const steps: ItemSource[] = [];
  for (const { path, text } of files) {
    const read = readSource(path, text, lookups.shape);
    if (read.kind !== 'source') continue;
    steps.push(...itemSources(read.source));
    if (read.source.kind !== 'adoption') continue;
    // The kind of a source tells the type of its value.
    const { division: code, items } = read.source.value as Draft<AdoptionFile>;
    if (code !== undefined) adopted.set(code, new Set((items ?? []).flatMap(({ id }) => id ?? [])));
  }
  const items = new Map<string, EffectiveItem>();
  for (const { item } of bundle.members ?? []) {
    const place = lookups.divisionChain(division).find((code) => adopted.get(code)?.has(item ?? '') === true);
    if (item === undefined || place === undefined) continue;
    const above = new Set(lookups.divisionChain(place));
    const chain = steps.filter((step) => step.source.value.id === item && above.has(step.division));
    if (chain[0]?.role === 'base') items.set(item, effectiveItem(chain, place));
  }
  return { bundle, division, items };
}
