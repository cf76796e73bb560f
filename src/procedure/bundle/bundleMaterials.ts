import type { Bundle } from '../../model/bundle.ts';
import type { Draft, Material } from '../../model/item.ts';
import { elementsOf } from '../elements.ts';
import type { StandingMember } from './bundleMembers.ts';

/** A number that answers may still change. */
export interface Count {
  least: number;
  most: number;
}

/** A material of a member. */
export interface MemberMaterial {
  member: string;
  material: Draft<Material>;
  /** Whether the answers say that it is asked for; else it depends. */
  sure: boolean;
}

/** One thing that the applicant brings, or that need not be brought since a member of the bundle issues it. */
export interface BundleMaterial {
  /** Id of the entry in `shared`; none where one member alone asks for it. */
  shared: string | undefined;
  name: string;
  of: MemberMaterial[];
  /** The member whose result it is. */
  inside: string | undefined;
}

export interface BundleMaterials {
  list: BundleMaterial[];
  /** Copies on all lists, one after another and together. */
  apart: Count;
  together: Count;
  /** The same without what the offices get by sharing or do not require. */
  handIn: { apart: Count; together: Count };
  forms: { apart: Count; together: Count };
}

/**
 * What is brought, each thing once. Materials that the bundle names as one are one; the result of a member that
 * another asks for stays inside. `together` counts neither twice.
 */
export function bundleMaterials(bundle: Draft<Bundle>, standing: readonly StandingMember[]): BundleMaterials {
  const groups = new Map<string, BundleMaterial>();
  const all = standing.flatMap(({ id: member, case: chosen }) =>
    chosen.materials.map(({ element: material, verdict }) => ({
      member,
      material,
      sure: verdict.kind === 'applies',
    })),
  );
  const shared = elementsOf(bundle.shared);
  for (const one of all) {
    const { id, name } = one.material;
    const entry = shared.find((group) =>
      elementsOf(group.materials).some((own) => own.member === one.member && own.material === id),
    );
    const key = entry === undefined ? `${one.member}/${id}` : `shared ${entry.id}`;
    const group = groups.get(key) ?? {
      shared: entry?.id,
      name: entry?.name ?? name ?? id ?? '',
      of: [],
      inside: insideOf(one, standing),
    };
    group.of.push(one);
    groups.set(key, group);
  }
  const list = [...groups.values()];
  const brought = list.filter(({ inside }) => inside === undefined);
  const within = (test: (one: MemberMaterial) => boolean) =>
    brought.map(({ of }) => of.filter(test)).filter((of) => of.length > 0);
  return {
    list,
    apart: countOf(all.map((one) => [one])),
    together: countOf(within(() => true)),
    handIn: { apart: countOf(all.filter(needed).map((one) => [one])), together: countOf(within(needed)) },
    forms: { apart: countOf(formsOf(all)), together: countOf(within(hasForm)) },
  };
}

/** Each thing counts once: surely where one of its askers surely asks. */
function countOf(things: readonly (readonly MemberMaterial[])[]): Count {
  return { least: things.filter((of) => of.some(({ sure }) => sure)).length, most: things.length };
}

/** Has to be handed in: required or to follow, and not had by the offices themselves. */
function needed({ material }: MemberMaterial): boolean {
  return material.need !== 'optional' && material.sharing !== true;
}

function hasForm({ material }: MemberMaterial): boolean {
  return material.form !== undefined;
}

/** Forms apart: each form of each member once, though several of its materials be written on it. */
function formsOf(all: readonly MemberMaterial[]): MemberMaterial[][] {
  const forms = new Map<string, MemberMaterial[]>();
  for (const one of all.filter(hasForm)) {
    const key = `${one.member}/${one.material.form}`;
    forms.set(key, [...(forms.get(key) ?? []), one]);
  }
  return [...forms.values()];
}

function insideOf(
  { member, material }: MemberMaterial,
  standing: readonly StandingMember[],
): string | undefined {
  if (material.resultOf === undefined) return undefined;
  return standing.find((other) => other.id !== member && other.member.item === material.resultOf)?.id;
}

/** Materials of different members that seem to be one, and that `shared` does not join yet. */
export interface SharedProposal {
  name: string;
  materials: { member: string; material: string }[];
}

/**
 * Materials to be asked for once, found by themselves: of the same name (but for signs and spaces), or the result
 * of the same item, in two members or more. What `shared` joins already is not proposed again.
 */
export function proposeShared(bundle: Draft<Bundle>, standing: readonly StandingMember[]): SharedProposal[] {
  const joined = new Set(
    elementsOf(bundle.shared).flatMap((group) =>
      elementsOf(group.materials).map((one) => `${one.member}/${one.material}`),
    ),
  );
  const groups = new Map<string, SharedProposal>();
  for (const { id: member, case: chosen } of standing)
    for (const { element } of chosen.materials) {
      const { id: material, name, resultOf } = element;
      if (material === undefined || joined.has(`${member}/${material}`)) continue;
      const words = (name ?? '').replace(/[\s（）()、，,·]/g, '');
      const key = resultOf !== undefined ? `result ${resultOf}` : words === '' ? undefined : `name ${words}`;
      if (key === undefined) continue;
      const group = groups.get(key) ?? { name: name ?? material, materials: [] };
      group.materials.push({ member, material });
      groups.set(key, group);
    }
  return [...groups.values()].filter(
    ({ materials }) => new Set(materials.map(({ member }) => member)).size > 1,
  );
}
