import type {
  BundleFile,
  CentreFile,
  LawFile,
  RuleFile,
  TranslationFile,
} from '../model/generated/schemas.ts';
import type { Draft, Item } from '../model/item.ts';
import type { Owner } from '../model/owner.ts';
import type { FileKind, Words } from '../model/schemas.ts';
import { placeOf } from './kinds.ts';
import { namedFiles } from './namedFiles.ts';
import { objectionOwners } from './objectionOwners.ts';
import { readSource } from './source.ts';
import type { Catalogue, ItemSource, Lookups, Source } from './types.ts';

/** What is to be written at `path`; `undefined` where the file is taken away. */
export interface Writing {
  path: string;
  now: string | Uint8Array | undefined;
}

type Known = Pick<Catalogue, 'sources' | 'chains' | 'lookups'>;

/**
 * Whose the file at `path` is, as it stands in `catalogue` and as it is to be: who writes it must be in the place of
 * all of them. What a text does not say yet, because it is new or half written, has no owner yet; the schema asks
 * for it before anything is submitted.
 *
 * A base is the division's in whose folder it stands and the department's that decides; a layer is its own
 * division's and the department's of its base. An attachment is theirs whose files name it.
 */
export function ownersOf({ path, now }: Writing, catalogue: Known): Owner[] {
  const place = placeOf(path);
  if (place.kind === 'attachment') return withoutRepeats(namersOf(path, catalogue));
  if (place.kind !== 'file') return [{ kind: 'catalogue' }];
  const was = catalogue.sources.get(path);
  const is = now === undefined ? undefined : sourceOf(path, now);
  const { lookups } = catalogue;
  if (place.fileKind === 'objection') {
    const owners = {
      raiser: divisionOwner(place.division!, lookups), // its place names one
      answerer: (item: string) => baseOwner(baseAbove(item, place.division!, catalogue), lookups),
    };
    return objectionOwners({ was, is, isRemoved: now === undefined }, owners);
  }
  const states = [was, is].filter((source) => source !== undefined);
  const said = states.flatMap((source) => stated(source, catalogue));
  return withoutRepeats(said.length > 0 ? said : inPlace(path, catalogue));
}

/** The owner of one file of an item, by what is known of it. */
export function itemOwner(
  { role, division, departments }: { role: 'base' | 'layer'; division: string; departments: string[] },
  lookups: Lookups,
): Owner {
  const by = departments.map((department) => lookups.codeLabel('departments', department));
  const where = lookups.divisionName(division);
  const words =
    by.length === 0
      ? { zh: where, en: where }
      : {
          zh: `${where}${by.map(({ zh }) => zh).join('、')}部门`,
          en: `${by.map(({ en }) => en).join(', ')}, ${where}`,
        };
  return { kind: 'item', role, above: lookups.divisionChain(division), departments, words };
}

/** The departments that decide by a base: the one it names, or those of the agency that it names. */
export function decidingDepartments({ authority }: Draft<Item>, lookups: Lookups): string[] {
  const { department, agency } = authority?.decides ?? {};
  if (department !== undefined) return [department];
  return (agency === undefined ? undefined : lookups.agency(agency)?.departments) ?? [];
}

/** Owners that a file names by what it says; none where it says nothing of it yet. */
function stated(source: Source<unknown>, catalogue: Known): Owner[] {
  const { lookups } = catalogue;
  const divisions = (codes: readonly (string | undefined)[] | undefined) =>
    (codes ?? []).flatMap((code) => (code === undefined ? [] : [divisionOwner(code, lookups)]));
  switch (source.kind) {
    case 'item':
    case 'layer':
      return itemOwners(source, catalogue);
    case 'law': {
      const law = valueOf<LawFile>(source);
      return law.kind === undefined ? [] : divisions([law.division ?? '000000']);
    }
    case 'centre':
    case 'list':
      return divisions([valueOf<CentreFile>(source).division]);
    case 'bundle':
      return divisions(valueOf<BundleFile>(source).divisions);
    case 'translation': {
      const item = valueOf<TranslationFile>(source).item ?? '';
      const bases = (catalogue.chains.get(item) ?? []).filter((step) => step.role === 'base');
      return bases.map((base) => baseOwner(base, lookups));
    }
    case 'rule': {
      const own = divisions(valueOf<RuleFile>(source).divisions);
      return own.length > 0 ? own : [{ kind: 'catalogue' }];
    }
    default:
      return [];
  }
}

/** A procedure where there is one above already would take its place: it is for whose that is. */
function itemOwners(source: Source<unknown>, catalogue: Known): Owner[] {
  const place = placeOf(source.path, source.text);
  if (place.kind !== 'file' || place.id === undefined || place.division === undefined) return [];
  const { lookups } = catalogue;
  const base = baseAbove(place.id, place.division, catalogue, source.path);
  const { division } = place;
  if (source.kind === 'layer' || !saysProcedure(source.written))
    return base === undefined
      ? []
      : [itemOwner({ role: 'layer', division, departments: departmentsOf(base, lookups) }, lookups)];
  const departments = decidingDepartments(valueOf<Item>(source), lookups);
  return [
    ...(base === undefined ? [] : [baseOwner(base, lookups)]),
    itemOwner({ role: 'base', division, departments }, lookups),
  ];
}

/** Who owns a file by its place alone. */
function inPlace(path: string, { lookups }: Known): Owner[] {
  const place = placeOf(path);
  if (place.kind !== 'file') return [];
  if (place.division !== undefined) return [divisionOwner(place.division, lookups)];
  const shared: readonly FileKind[] = [
    'catalogue',
    'governance',
    'people',
    'suppression',
    'calendar',
    'extension',
  ];
  return [shared.includes(place.fileKind) ? { kind: 'catalogue' } : { kind: 'anybody' }];
}

/** Owners of the files that name the attachment at `path`. */
function namersOf(path: string, catalogue: Known): Owner[] {
  const named = [...catalogue.sources.values()].filter(
    // Few texts hold the path at all, and a search is quicker than a walk.
    ({ kind, text, written, shape }) =>
      text.includes(path) && namedFiles(kind, written, shape).some(({ file }) => file === path),
  );
  if (named.length === 0) return [{ kind: 'anybody' }];
  return named.flatMap((source) => stated(source, catalogue));
}

type Base = Extract<ItemSource, { role: 'base' }>;

/** The base of an item as it holds in `division`, that of the file `but` left out. */
function baseAbove(
  item: string,
  division: string,
  { chains, lookups }: Known,
  but?: string,
): Base | undefined {
  const above = new Set(lookups.divisionChain(division));
  return (chains.get(item) ?? []).find(
    (step): step is Base => step.role === 'base' && above.has(step.division) && step.source.path !== but,
  );
}

function baseOwner(base: Base | undefined, lookups: Lookups): Owner {
  return base === undefined
    ? {
        kind: 'nobody',
        reason: '所指的事项没有规程，无人可以答复。',
        reasonEn: 'The item has no procedure here, so nobody can answer.',
      }
    : itemOwner(
        { role: 'base', division: base.division, departments: departmentsOf(base, lookups) },
        lookups,
      );
}

function departmentsOf(base: Base, lookups: Lookups): string[] {
  return decidingDepartments(base.source.value, lookups);
}

function divisionOwner(division: string, lookups: Lookups): Owner {
  const name = lookups.divisionName(division);
  const words: Words = { zh: name, en: name };
  return { kind: 'division', above: lookups.divisionChain(division), words };
}

/** An empty text, or one that says its id and no more, is not a procedure yet. */
function saysProcedure(written: unknown): boolean {
  return typeof written === 'object' && written !== null && Object.keys(written).some((key) => key !== 'id');
}

function sourceOf(path: string, content: string | Uint8Array): Source<unknown> | undefined {
  const read = readSource(path, content);
  return read.kind === 'source' ? read.source : undefined;
}

/** The value as its kind has it: whoever asks knows the kind. */
function valueOf<T>({ value }: Source<unknown>): Draft<T> {
  return value as Draft<T>;
}

function withoutRepeats(owners: readonly Owner[]): Owner[] {
  const byText = new Map(owners.map((owner) => [JSON.stringify(owner), owner]));
  return [...byText.values()];
}
