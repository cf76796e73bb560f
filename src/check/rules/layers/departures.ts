import type { LayerSubject } from '../rule.ts';
import type { Origin } from '../../../catalogue/index.ts';
import { removeKey } from '../../../catalogue/index.ts';
import {
  canonical,
  elementLabel,
  entryOf,
  isMap,
  isWhen,
  sameValue,
  titleOf,
  unitOf,
  type Entries,
} from '../../../diff/index.ts';
import { builtInShape } from '../../../model/catalogueShape.ts';
import type { Cite } from '../../../model/diagnostic.ts';
import type { Path } from '../../../model/path.ts';
import { followed, type OverlayPolicy, type Schema, type Words } from '../../../model/schemas.ts';
import { coveringGround } from './grounds.ts';
import { impliesWhen } from './impliesWhen.ts';
import { compareStandards } from './compareStandards.ts';
import { reducesLess } from './reducesLess.ts';

/**
 * How a layer goes beyond what it may: `changes` what is fixed, `adds` a demand, `lengthens` a limit, `raises` a
 * fee, `demands` more of something, `drops` what has to stay, is `unlike` and cannot be compared. `same` and
 * `nothing` are no wrong: the layer says what stands above anyway, or takes out what is not there.
 */
export type DepartureKind =
  'changes' | 'adds' | 'lengthens' | 'raises' | 'demands' | 'drops' | 'unlike' | 'same' | 'nothing';

/** One place in which a layer departs from the level above, or only seems to say something. */
export interface Departure {
  kind: DepartureKind;
  /** In the layer's file, `overlay` included. */
  path: Path;
  /** The field with the fields above it: 申请材料·营业执照·必要性. */
  field: Words;
  schema: Schema;
  upper: unknown;
  lower: unknown;
  /** Where the value above was written; none where nobody has written it. */
  origin: Origin | undefined;
  /** The laws that govern the field. */
  cites: readonly Cite[];
  /** Which of the layer's grounds is given for it. */
  ground: number | undefined;
}

const found = new WeakMap<LayerSubject, Departure[]>();

/**
 * Everything in which a layer departs from what holds above it, by the `x-overlay` of the item's schema, so that a
 * field which a designer adds is held as well. Walks what the layer says, so it costs the size of the layer.
 */
export function departures(subject: LayerSubject): Departure[] {
  let all = found.get(subject);
  if (all === undefined) {
    all = walk(subject);
    found.set(subject, all);
  }
  return all;
}

/** One field in both: what the level above says and what the layer says of it. */
interface Both {
  schema: Schema;
  policy: OverlayPolicy;
  upper: unknown;
  lower: unknown;
  /** In the item as it holds above. */
  upperPath: Path;
  /** Under `overlay`. */
  path: Path;
  titles: readonly Words[];
  cites: readonly Cite[];
  /** Of a list whose elements leave out what is said beside it, and of its elements: that, as it holds above. */
  beside?: { upper: unknown; upperPath: Path; schema: Schema };
}

function walk(subject: LayerSubject): Departure[] {
  const out: Departure[] = [];
  const overlay: unknown = subject.layer.value.overlay;
  const report = (kind: DepartureKind, at: Both, deeper: Path = []) => {
    const path = [...at.path, ...deeper];
    out.push({
      kind,
      path: ['overlay', ...path],
      field: joined(at.titles),
      schema: at.schema,
      upper: at.upper,
      lower: at.lower,
      origin: at.upper === undefined ? undefined : subject.upper.originOf(at.upperPath),
      cites: at.cites,
      ground: coveringGround(subject.layer.value, path),
    });
  };
  const schema = followed((subject.layer.shape ?? builtInShape).schemas.item);
  compare(
    {
      schema,
      policy: schema['x-overlay'] ?? { policy: 'fixed' },
      upper: subject.upper.item,
      lower: overlay,
      upperPath: [],
      path: [],
      titles: [],
      cites: [],
    },
    report,
  );
  return out;
}

type Report = (kind: DepartureKind, at: Both, deeper?: Path) => void;

function compare(at: Both, report: Report): void {
  const { schema, lower } = at;
  if (lower === undefined) return;
  if (schema.type === 'array' && schema['x-key'] !== undefined) compareList(at, schema['x-key'], report);
  else if (schema.properties !== undefined && unitOf(schema) !== 'whole') compareMap(at, report);
  else compareWhole(at, report);
}

function compareMap(at: Both, report: Report): void {
  const { schema, lower } = at;
  if (!isMap(lower)) return;
  const unit = unitOf(schema) as readonly string[];
  const hasNone = schema.properties!['none'] !== undefined && !unit.includes('none');
  if (hasNone && compareNone(at, lower, report)) return;
  if (unit.some((key) => Object.hasOwn(lower, key))) comparePeriod(at, lower, unit, report);
  for (const key of Object.keys(lower)) {
    const child = own(schema.properties!, key);
    if (child === undefined || unit.includes(key) || (hasNone && key === 'none')) continue;
    compare(entry(at, key, followed(child)), report);
  }
}

function own(map: Record<string, Schema>, key: string): Schema | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}

/** The entry `key` of a map. */
function entry(at: Both, key: string, schema: Schema): Both {
  // A group with one list in it is named once: 申请材料, not 申请材料·材料.
  const lists = Object.values(at.schema.properties ?? {}).filter((one) => one['x-key'] !== undefined);
  const wraps = at.path.length > 0 && schema['x-key'] !== undefined && lists.length === 1;
  const own = entryOf(at.upper, key);
  const above = own === undefined && at.beside !== undefined ? at.beside : at;
  return {
    schema,
    policy: schema['x-overlay'] ?? at.policy,
    upper: own ?? entryOf(above.upper, key),
    lower: entryOf(at.lower, key),
    upperPath: [...above.upperPath, key],
    path: [...at.path, key],
    titles: wraps ? at.titles : [...at.titles, titleOf(schema, key)],
    cites: schema['x-cites'] ?? at.cites,
    ...(schema['x-overlay']?.beside && {
      beside: { upper: at.upper, upperPath: at.upperPath, schema: at.schema },
    }),
  };
}

/** Whether the layer or the level above says that there is none of a group, which then counts as a whole. */
function compareNone(at: Both, lower: Entries, report: Report): boolean {
  const { policy, upper } = at;
  const none = entry(at, 'none', followed(at.schema.properties!['none']!));
  if (Object.hasOwn(lower, 'none')) {
    if (none.upper !== undefined && sameValue(none.upper, none.lower)) report('same', none);
    else if (policy.policy === 'fixed') report('changes', { ...none, upper });
    // That there is none asks for nothing; only what has to stay is lost by it.
    else if (policy.by === 'allowed' && isMap(upper) && none.upper === undefined)
      report('drops', { ...none, upper });
    return true;
  }
  if (none.upper === undefined || Object.keys(lower).length === 0) return false;
  if (policy.policy === 'fixed') report('changes', at);
  else if (policy.by === 'subset') report('adds', at);
  else if (policy.by === 'lower') report('raises', at);
  return true;
}

/** `20` and `working-days` of a limit are compared as one. */
function comparePeriod(at: Both, lower: Entries, unit: readonly string[], report: Report): void {
  const upper = isMap(at.upper) ? at.upper : undefined;
  const before = upper && picked(upper, unit);
  const after = { ...before, ...picked(lower, unit) };
  const whole: Both = { ...at, upper: before, lower: after };
  const place = ['none', 'value', 'unit'].filter((key) => Object.hasOwn(lower, key)).slice(0, 1);
  if (before !== undefined && sameValue(before, after)) return report('same', whole, place);
  const { policy, by, absent } = at.policy;
  if (policy === 'local' || (by === 'allowed' && before === undefined)) return;
  if (policy === 'fixed') return report('changes', whole, place);
  if (by === 'allowed') return report('drops', whole, place);
  const value = after['value'];
  if (typeof value !== 'number') return;
  if (before === undefined) {
    if (absent !== undefined && value > absent) report('lengthens', whole, place);
    return;
  }
  if (after['unit'] !== before['unit'])
    return report('unlike', whole, Object.hasOwn(lower, 'unit') ? ['unit'] : place);
  if (typeof before['value'] === 'number' && value > before['value']) report('lengthens', whole, place);
}

function picked(map: Entries, keys: readonly string[]): Entries {
  return Object.fromEntries(keys.filter((key) => map[key] !== undefined).map((key) => [key, map[key]]));
}

function compareList(at: Both, key: string, report: Report): void {
  const { lower, policy } = at;
  if (!Array.isArray(lower)) return;
  const above = Array.isArray(at.upper) ? (at.upper as unknown[]) : [];
  const positions = new Map(above.map((element, i) => [entryOf(element, key), i]));
  const schema = followed(at.schema.items ?? {});
  for (const [i, element] of (lower as unknown[]).entries()) {
    const id = entryOf(element, key);
    if (!isMap(element) || typeof id !== 'string') continue;
    const position = positions.get(id);
    const upper = position === undefined ? undefined : above[position];
    const one: Both = {
      schema,
      policy: schema['x-overlay'] ?? policy,
      upper,
      lower: element,
      upperPath: [...at.upperPath, position ?? 0],
      path: [...at.path, i],
      titles: [...at.titles, elementLabel(upper ?? element, id)],
      cites: at.cites,
      ...(at.beside && { beside: at.beside }),
    };
    if (element[removeKey] === true) {
      const removed: Both = { ...one, lower: undefined };
      if (upper === undefined) report('nothing', removed);
      else if (policy.policy === 'fixed') report('changes', removed);
      else if (policy.by === 'allowed') report('drops', removed);
    } else if (upper !== undefined) {
      const { [key]: _key, ...rest } = element;
      compare({ ...one, lower: rest }, report);
    } else if (at.beside !== undefined) {
      // Beyond its name and its cases it says only what stood beside the list above.
      const said = Object.keys(at.beside.schema.properties ?? {}).filter((field) => field !== key);
      compare({ ...one, lower: picked(element, said) }, report);
    } else if (policy.policy === 'fixed') report('changes', one);
    else if (policy.by === 'subset') report('adds', one);
    else if (policy.by === 'lower') report('raises', one);
  }
}

/** A value that a lower one replaces as a whole. */
function compareWhole(at: Both, report: Report): void {
  const { schema, policy, upper, lower } = at;
  if (upper !== undefined && sameValue(upper, lower)) return report('same', at);
  if (policy.policy === 'local') return;
  if (policy.policy === 'fixed') return report('changes', at);
  const kind =
    policy.by === 'allowed' ? lost(at) : (beyond(at) ?? (isWhen(schema) ? whenBeyond(at) : undefined));
  if (kind !== undefined) report(kind, at);
}

/** Where elements may be added, those above have to stay: of a list, of the cases of a `when`, of a reduction. */
function lost({ schema, policy, upper, lower }: Both): DepartureKind | undefined {
  if (isWhen(schema)) return impliesWhen(upper, lower) ? undefined : 'drops';
  if (policy.order !== undefined)
    return ranked(policy.order, upper, lower) === undefined ? undefined : 'drops';
  if (upper === undefined) return undefined;
  if (schema.discriminator !== undefined) return reducesLess(upper, lower) ? 'drops' : undefined;
  if (!Array.isArray(upper) || !Array.isArray(lower)) return 'drops';
  const now = new Set(lower.map(canonical));
  return upper.every((element) => now.has(canonical(element))) ? undefined : 'drops';
}

/** What a value that may only go down does instead. */
function beyond({ schema, policy, upper, lower }: Both): DepartureKind | undefined {
  if (isWhen(schema)) return undefined;
  if (policy.order !== undefined) return ranked(policy.order, upper, lower);
  if (schema.discriminator !== undefined)
    return upper === undefined ? undefined : compareStandards(upper, lower);
  if (typeof lower === 'number') {
    const above = upper ?? policy.absent;
    if (typeof above !== 'number' || lower <= above) return undefined;
    return schema['x-unit'] === 'fen' ? 'raises' : 'demands';
  }
  if (Array.isArray(lower)) {
    const above = new Set(Array.isArray(upper) ? upper.map(canonical) : []);
    return lower.every((element) => above.has(canonical(element))) ? undefined : 'adds';
  }
  if (upper !== undefined) return 'changes';
  return policy.by === 'subset' ? 'adds' : undefined;
}

/** By the values from the least demanding upward; one that is not among them demands more than they do. */
function ranked(order: readonly unknown[], upper: unknown, lower: unknown): DepartureKind | undefined {
  const rank = (value: unknown) => (order.includes(value) ? order.indexOf(value) : order.length);
  // An unsaid yes or no is a no.
  const above = upper ?? (typeof lower === 'boolean' ? false : undefined);
  if (above === undefined || rank(lower) < rank(above)) return undefined;
  if (rank(lower) > rank(above)) return 'demands';
  return sameValue(above, lower) ? undefined : 'changes';
}

/** Something that applies in fewer cases asks for less; in other cases it is a demand that did not stand there. */
function whenBeyond({ upper, lower }: Both): DepartureKind | undefined {
  return impliesWhen(lower, upper) ? undefined : 'adds';
}

function joined(titles: readonly Words[]): Words {
  return { zh: titles.map(({ zh }) => zh).join('·'), en: titles.map(({ en }) => en).join(' · ') };
}
