import { builtInShape, type CatalogueShape } from '../model/catalogueShape.ts';
import { fieldAt, wordsOf, type Field } from '../model/field.ts';
import { valueAt, type Path } from '../model/path.ts';
import { followed, type Schema, type Words } from '../model/schemas.ts';
import { walkFields } from '../model/walk.ts';
import { effectiveItem, saysOf } from './effective.ts';
import { removeKey } from './layerSchema.ts';
import type { ItemSource, Origin } from './types.ts';

/** A field by keys of maps, ids of elements and positions of others: `limits.promised` in steps. */
export type FieldName = readonly string[];

/** What one level says of a field: a value, that it takes the element out, or nothing. */
export interface LayerSays {
  division: string;
  file: string;
  says: { kind: 'value'; value: unknown; path: Path } | { kind: 'removes'; path: Path } | { kind: 'nothing' };
}

/** One field of an item as it holds in a division, and how it came about. */
export interface Explained {
  name: FieldName;
  /** The field with the fields above it. */
  title: Words;
  field: Field;
  /** `undefined` where it was taken out, or nobody has written it. */
  value: unknown;
  origin: Origin | undefined;
  /** Highest level first. */
  layers: LayerSays[];
}

/**
 * The fields of an item that `query` names: by keys and ids (`limits.promised`, `/materials/list/licence`) or by
 * title in either language (承诺时限). Elements that a level took out are found by their name only.
 */
export function findFields(chain: readonly ItemSource[], query: string): FieldName[] {
  const steps = query.startsWith('/') ? query.slice(1).split('/') : query.split('.');
  const schema = shapeOf(chain).schemas.item;
  if (holderOf(chain, steps) !== undefined || namesField(schema, steps)) return [steps];
  const found: FieldName[] = [];
  const { item } = effectiveItem(chain, '');
  walkFields(schema, item, (path, field) => {
    const { zh, en } = wordsOf(field);
    if (path.length > 0 && (zh === query || en.toLowerCase() === query.toLowerCase()))
      found.push(nameOf(item, path));
  });
  return found;
}

/** The fields of an item in which a layer has a say, and of the others the groups; in the order of the schema. */
export function fieldsOf(chain: readonly ItemSource[]): FieldName[] {
  const { item } = effectiveItem(chain, '');
  return Object.keys(shapeOf(chain).schemas.item.properties!)
    .filter((key) => Object.hasOwn(item, key))
    .flatMap((key): FieldName[] => {
      const group = (item as Record<string, unknown>)[key];
      return isMap(group) ? Object.keys(group).map((entry) => [key, entry]) : [[key]];
    });
}

/** How the field `name` of the item that `chain` makes in `division` came about. */
export function explainField(chain: readonly ItemSource[], division: string, name: FieldName): Explained {
  const effective = effectiveItem(chain, division);
  const holder = holderOf(chain, name) ?? effective.item;
  const path = pathIn(effective.item, name);
  const value = path && valueAt(effective.item, path);
  const shape = shapeOf(chain);
  return {
    name,
    title: titleOf(holder, name, shape),
    field: fieldAt('item', name, holder, shape) ?? fieldAt('item', [])!,
    value,
    origin: path && effective.originOf(deepest(value, path)),
    layers: chain.map((step) => ({
      division: step.division,
      file: step.source.path,
      says: saysAt(saysOf(step), name, step.role === 'layer' ? ['overlay'] : []),
    })),
  };
}

function saysAt(value: unknown, name: FieldName, above: Path): LayerSays['says'] {
  for (let length = name.length; length > 0; length--) {
    const path = pathIn(value, name.slice(0, length));
    const here = path && valueAt(value, path);
    if (path !== undefined && isMap(here) && here[removeKey] === true)
      return { kind: 'removes', path: [...above, ...path] };
    if (path !== undefined && length === name.length)
      return { kind: 'value', value: here, path: [...above, ...path] };
  }
  return { kind: 'nothing' };
}

/** Names of fields like `query`, best first: what was perhaps meant. */
export function nearFields(query: string, shape = builtInShape): string[] {
  const names: { name: string; words: string[] }[] = [];
  const visit = (schema: Schema, name: string): void => {
    const whole = followed(schema);
    const { zh, en } = wordsOf(whole);
    if (name !== '') names.push({ name: `${name}（${zh}）`, words: [name, name.split('.').at(-1)!, zh, en] });
    if (name.split('.').length > 5) return;
    for (const [key, child] of Object.entries(whole.properties ?? {}))
      visit(child, name === '' ? key : `${name}.${key}`);
    if (whole.items !== undefined) visit(whole.items, name);
  };
  visit(shape.schemas.item, '');
  return names
    .map(({ name, words }) => ({ name, likeness: Math.max(...words.map((word) => likeness(word, query))) }))
    .filter((one) => one.likeness >= 0.5)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, 5)
    .map(({ name }) => name)
    .filter((name, at, all) => all.indexOf(name) === at);
}

/** The shape by which the files of `chain` were read, which is one for all of a catalogue. */
function shapeOf(chain: readonly ItemSource[]): CatalogueShape {
  return chain[0]?.source.shape ?? builtInShape;
}

/** The item as it holds at the lowest level at which it still has the field. */
function holderOf(chain: readonly ItemSource[], name: FieldName): unknown {
  for (let length = chain.length; length > 0; length--) {
    const { item } = effectiveItem(chain.slice(0, length), '');
    if (pathIn(item, name) !== undefined) return item;
  }
  return undefined;
}

/** A map belongs to the level that began it; a period is where its number was written. */
function deepest(value: unknown, path: Path): Path {
  return isMap(value) && Object.hasOwn(value, 'value') ? [...path, 'value'] : path;
}

function pathIn(item: unknown, steps: readonly string[]): Path | undefined {
  const path: (string | number)[] = [];
  let here = item;
  for (const step of steps) {
    const at = Array.isArray(here) ? positionIn(here, step) : step;
    if (typeof here !== 'object' || here === null || at === undefined || !Object.hasOwn(here, at))
      return undefined;
    here = (here as Record<string | number, unknown>)[at];
    path.push(at);
  }
  return path;
}

function positionIn(list: readonly unknown[], step: string): number | undefined {
  const at = list.findIndex((element) => isMap(element) && element['id'] === step);
  if (at >= 0) return at;
  return /^\d+$/.test(step) ? Number(step) : undefined;
}

/** Whether the schema has a field there that this item does not say. */
function namesField(schema: Schema, steps: readonly string[]): boolean {
  let here: Schema | undefined = followed(schema);
  for (const step of steps) {
    const child: Schema | undefined =
      here?.properties !== undefined && Object.hasOwn(here.properties, step)
        ? here.properties[step]
        : undefined;
    here = child && followed(child);
  }
  return steps.length > 0 && here !== undefined;
}

function nameOf(item: unknown, path: Path): FieldName {
  return path.map((step, i) => {
    const id: unknown = typeof step === 'number' ? valueAt(item, [...path.slice(0, i + 1), 'id']) : undefined;
    return typeof id === 'string' ? id : String(step);
  });
}

function titleOf(item: unknown, name: FieldName, shape: CatalogueShape): Words {
  const titles = name.map((step, i): Words => {
    const at = name.slice(0, i + 1);
    const path = pathIn(item, at);
    if (path !== undefined && typeof path.at(-1) === 'number') {
      const element = valueAt(item, path);
      const called = isMap(element) ? (element['name'] ?? element['text'] ?? element['id']) : undefined;
      return typeof called === 'string' ? { zh: called, en: called } : { zh: step, en: step };
    }
    const title = fieldAt('item', at, item, shape)?.title;
    return title === undefined || title.zh === '' ? { zh: step, en: step } : title;
  });
  // A group with one list in it is named once: 申请材料, not 申请材料·材料.
  const shown = titles.filter((_, i) => !['list', 'steps'].includes(name[i]!) || i === name.length - 1);
  return { zh: shown.map(({ zh }) => zh).join('·'), en: shown.map(({ en }) => en).join(' · ') };
}

/** Share of the pieces that two names have in common; a name within the other is near. */
function likeness(name: string, query: string): number {
  const [a, b] = [name.toLowerCase(), query.toLowerCase()];
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  if (shorter.length > 1 && longer.includes(shorter)) return (1 + shorter.length / longer.length) / 2;
  const [one, other] = [pieces(a), pieces(b)];
  if (one.size + other.size === 0) return 0;
  return (2 * [...one].filter((piece) => other.has(piece)).length) / (one.size + other.size);
}

function pieces(text: string): Set<string> {
  const characters = [...text];
  // A Chinese character is a word by itself: 期限 and 时限 are near, though no two in a row agree.
  if (/\p{Script=Han}/u.test(text)) return new Set(characters);
  return new Set(characters.slice(1).map((second, i) => `${characters[i]!}${second}`));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
