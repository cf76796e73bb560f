import type { ListFile } from '../model/generated/schemas.ts';
import { permitType } from './listsInForce.ts';
import type { Catalogue, EffectiveItem, Lookups } from './types.ts';

/**
 * The list of permits that `division` handles, as its catalogue has them, in the order of adoption. What is
 * cancelled stays on it as cancelled; services and other powers are no permits.
 */
export function makeList(
  { guides, lookups }: Pick<Catalogue, 'guides' | 'lookups'>,
  { division, ...heading }: Pick<ListFile, 'id' | 'division' | 'title' | 'document' | 'date'>,
): ListFile {
  return {
    ...heading,
    division,
    lines: guides
      .filter((guide) => guide.division === division && guide.item.basics?.type === permitType)
      .map((guide) => lineOf(guide, lookups)),
  };
}

function lineOf(guide: EffectiveItem, lookups: Lookups): ListFile['lines'][number] {
  const { basics = {}, authority } = guide.item;
  const { agency, department, text } = authority?.decides ?? {};
  const body =
    (agency === undefined ? undefined : lookups.agency(agency)) ??
    (department === undefined ? undefined : lookups.agencyFor(department, guide.division));
  return {
    id: guide.id,
    name: basics.name ?? guide.id,
    ...(basics.basicCode !== undefined && { code: basics.basicCode }),
    authority: body?.name ?? text ?? department ?? '未写明',
    decision: basics.state === 'cancelled' ? 'cancel' : (basics.cleanUp?.decision ?? 'retain'),
  };
}
