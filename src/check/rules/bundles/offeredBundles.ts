import {
  guideFinder,
  memberItems,
  type Catalogue,
  type EffectiveItem,
  type Lookups,
  type Source,
} from '../../../catalogue/index.ts';
import type { Bundle } from '../../../model/bundle.ts';
import type { Draft } from '../../../model/item.ts';
import { pointer } from '../../../model/path.ts';
import { reckonBundle, type BundleReckoning } from '../../../procedure/index.ts';
import type { CatalogueFinding, Finding } from '../rule.ts';

/** A bundle in one of the divisions that offer it, reckoned for whoever answers nothing. */
export interface OfferedBundle {
  source: Source<Bundle>;
  bundle: Draft<Bundle>;
  division: string;
  items: ReadonlyMap<string, EffectiveItem>;
  reckoning: BundleReckoning;
  lookups: Lookups;
}

/** All rules about bundles look at the same reckonings. */
const known = new WeakMap<object, OfferedBundle[]>();

/**
 * What `look` finds in each bundle of the catalogue and each division that offers it; of the same place of a file
 * only what is found first, since most of what is wrong is wrong in every division.
 */
export function inEachBundle(
  catalogue: Readonly<Catalogue>,
  look: (offered: OfferedBundle) => Finding[],
): CatalogueFinding[] {
  const found = new Map<string, CatalogueFinding>();
  for (const offered of offeredBundles(catalogue))
    for (const finding of look(offered)) {
      const key = `${offered.source.path} ${pointer(finding.path)}`;
      if (!found.has(key)) found.set(key, { subject: offered.source, finding });
    }
  return [...found.values()];
}

function offeredBundles({ bundles, guides, lookups }: Readonly<Catalogue>): OfferedBundle[] {
  const before = known.get(bundles);
  if (before !== undefined) return before;
  const find = guideFinder(guides, lookups);
  const offered = bundles.flatMap((source) =>
    (source.value.divisions ?? []).map((division): OfferedBundle => {
      const items = memberItems(source.value, division, find);
      const drafts = new Map([...items].map(([id, { item }]) => [id, item]));
      return {
        source,
        bundle: source.value,
        division,
        items,
        reckoning: reckonBundle(source.value, drafts, {}),
        lookups,
      };
    }),
  );
  known.set(bundles, offered);
  return offered;
}

/** What a member's item is called, for messages. */
export function memberName({ bundle, items }: OfferedBundle, member: string): string {
  const item = bundle.members?.find(({ id }) => id === member)?.item ?? '';
  return items.get(item)?.item.basics?.name ?? member;
}
