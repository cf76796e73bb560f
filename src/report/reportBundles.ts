import { guideFinder, memberItems, type Catalogue, type Source } from '../catalogue/index.ts';
import type { Bundle } from '../model/bundle.ts';
import { reckonBundle, type BundleReckoning } from '../procedure/index.ts';
import type { ReportBundle } from './types.ts';

/** Each bundle of `catalogue` in each division that offers it, reckoned for an applicant who may need all of it. */
export function reportBundles({ bundles, guides, lookups }: Catalogue): ReportBundle[] {
  const find = guideFinder(guides, lookups);
  return bundles.flatMap((source) =>
    (source.value.divisions ?? []).map((division): ReportBundle => {
      const { id = '', name = id, lead, acceptance, limits } = source.value;
      const items = memberItems(source.value, division, find);
      const reckoning = reckonBundle(
        source.value,
        new Map([...items].map(([key, { item }]) => [key, item])),
        {},
      );
      const promised = limits?.promised;
      const { handIn, forms } = reckoning.materials;
      const windows = (acceptance?.windows ?? []).map((ref) => ref.split('/')[0]!);
      const centres = new Set(
        lookups.data.centres.filter((one) => one.division === division).map((one) => one.id),
      );
      return {
        key: `${division}/${id}`,
        id,
        division,
        name,
        agency:
          lead?.agency ??
          lookups.agencyFor(lead?.department ?? '', division)?.id ??
          lead?.text ??
          lead?.department ??
          '',
        centres: [...new Set(windows)].filter((centre) => centres.has(centre)),
        subjects: [...items.values()].map((one) => `${one.division}/${one.id}`),
        ...daysOf(source, reckoning),
        ...(promised?.value !== undefined &&
          promised.unit !== undefined && { promised: { value: promised.value, unit: promised.unit } }),
        handIn: { apart: handIn.apart.most, together: handIn.together.most },
        forms: { apart: forms.apart.most, together: forms.together.most },
        ...(reckoning.visits.unstated.length === 0 && {
          visits: { apart: reckoning.visits.apart, together: reckoning.visits.together },
        }),
      };
    }),
  );
}

/** Working days, where every member is there and says how long it takes. */
function daysOf(
  { value }: Source<Bundle>,
  { limit, missing, members }: BundleReckoning,
): Pick<ReportBundle, 'days'> {
  const { together, apart } = limit;
  const whole = missing.length === 0 && members.length === (value.members ?? []).length;
  if (!whole || together.kind === 'cycle' || apart.undated.length > 0 || apart.unit !== 'working-days')
    return {};
  return { days: { apart: apart.days, together: together.days } };
}
