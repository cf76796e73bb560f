import { schemaOf } from '../../catalogue/index.ts';
import type { Plain } from '../../model/edit.ts';
import { childSchema } from '../../model/field.ts';
import { valueAt, type Path } from '../../model/path.ts';
import { followed, type FileKind, type Schema } from '../../model/schemas.ts';
import type { TargetStep } from './target.ts';

type PlainMap = { [key: string]: Plain };

/** A file that grows while rows are read. */
export interface DraftFile {
  path: string;
  kind: FileKind;
  value: PlainMap;
  /** Rows it was made from, in words. */
  from: string[];
  /** Positions of list elements by list, series and the row and piece that they stand for. */
  elements: Map<string, number>;
}

/**
 * The path of a target in a draft, with the maps, lists and elements on the way made. `piece` tells elements of
 * one series apart: values with the same `row` and `piece` belong to the same element.
 * @throws Error where something else than a list stands at a list's place: a target that the schema forbids.
 */
export function resolveTarget(
  draft: DraftFile,
  steps: readonly TargetStep[],
  { row, piece }: { row: number; piece: number },
): Path {
  const path: (string | number)[] = [];
  let schema: Schema = followed(schemaOf(draft.kind));
  for (const step of steps) {
    if (step.kind === 'key') {
      path.push(step.key);
      schema = childSchema(schema, step.key) ?? {};
      continue;
    }
    const list = (valueAt(draft.value, path) ?? put(draft.value, path, [])) as Plain[];
    const place = `${path.join('.')} ${step.name}`;
    const key = step.isSeries ? `${place}* ${row} ${piece}` : place;
    let position = draft.elements.get(key);
    if (position === undefined) {
      position = list.length;
      draft.elements.set(key, position);
      const number = (draft.elements.get(`#${place}`) ?? 0) + 1;
      draft.elements.set(`#${place}`, number);
      const id = step.isSeries ? `${step.name}${number}` : step.name;
      if (schema['x-key'] === 'id' && step.name !== '') list.push({ id });
      else if (schema.items?.type === 'object' || followed(schema.items ?? {}).type === 'object')
        list.push({});
      else list.push(null);
    }
    path.push(position);
    schema = childSchema(schema, position) ?? {};
  }
  return path;
}

/** Puts `value` at `path`, with the maps above it, and gives it back. */
export function put(root: PlainMap, path: Path, value: Plain): Plain {
  let here: PlainMap | Plain[] = root;
  for (const [at, step] of path.entries()) {
    const holder = here as PlainMap;
    if (at === path.length - 1) holder[step] = value;
    else here = (holder[step] ??= {}) as PlainMap | Plain[];
  }
  return value;
}

/** `value` with the keys of its maps in the order in which the schema has them. */
export function inSchemaOrder(value: Plain, schema: Schema): Plain {
  if (Array.isArray(value)) return value.map((child) => inSchemaOrder(child, childSchema(schema, 0) ?? {}));
  if (typeof value !== 'object' || value === null) return value;
  const order = Object.keys(schema.properties ?? {});
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b));
  return Object.fromEntries(
    keys.map((key) => [key, inSchemaOrder(value[key]!, childSchema(schema, key, value) ?? {})]),
  );
}
