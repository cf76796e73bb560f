import { schemaOf } from '../../catalogue/index.ts';
import { builtInShape } from '../../model/catalogueShape.ts';
import { childSchema } from '../../model/field.ts';
import { followed, type FileKind, type Schema } from '../../model/schemas.ts';

/** One step of a profile's `to`: a key, or an element of the list that the key before it names. */
export type TargetStep =
  | { kind: 'key'; key: string }
  /** `[m*]`: elements numbered m1, m2, …; `[main]`: the one element called main. */
  | { kind: 'element'; name: string; isSeries: boolean };

/** `materials.list[m*].name` as steps. The schema of profiles has judged the writing. */
export function parseTarget(to: string): TargetStep[] {
  return to.split('.').flatMap((part): TargetStep[] => {
    const [, key = '', element] = /^([^[]*)(?:\[(.*)\])?$/.exec(part) ?? [];
    if (element === undefined) return [{ kind: 'key', key }];
    const isSeries = element.endsWith('*') || element === '';
    // `[*]` makes no ids: a column of its own gives them.
    const name = element === '' ? key.charAt(0).toLowerCase() : element.replace(/\*$/, '');
    return [
      { kind: 'key', key },
      { kind: 'element', name, isSeries },
    ];
  });
}

/**
 * The schema of the field that a target leads to; undefined where files of `kind` have no such field in the
 * catalogue's `shape`.
 */
export function targetSchema(
  kind: FileKind,
  steps: readonly TargetStep[],
  shape = builtInShape,
): Schema | undefined {
  let schema: Schema | undefined = followed(schemaOf(kind, shape));
  for (const step of steps) {
    if (schema === undefined || (step.kind === 'element') !== (schema.type === 'array')) return undefined;
    schema = childSchema(schema, step.kind === 'key' ? step.key : 0);
  }
  return schema;
}

/** Every field of files of `kind` that a cell can fill, as a profile writes it, in the schema's order. */
export function targetsOf(
  kind: FileKind,
  shape = builtInShape,
): { to: string; titles: string[]; titlesEn: string[] }[] {
  const out: { to: string; titles: string[]; titlesEn: string[] }[] = [];
  const walk = (schema: Schema, to: string, titles: string[], titlesEn: string[]): void => {
    const whole = followed(schema);
    const named = whole.title === undefined ? titles : [...titles, whole.title];
    const namedEn = whole['x-en'] === undefined ? titlesEn : [...titlesEn, whole['x-en']];
    const isWhole = whole.properties?.['unit'] !== undefined || whole.oneOf !== undefined;
    if (whole.type === 'array' && whole.items !== undefined)
      walk(whole.items, `${to}[${(to.split('.').at(-1) ?? '').charAt(0)}*]`, named, namedEn);
    else if (whole.properties !== undefined && !isWhole)
      for (const [key, child] of Object.entries(whole.properties)) {
        if (key === 'id' || key.startsWith('$')) continue;
        walk(child, to === '' ? key : `${to}.${key}`, to === '' ? [] : named, to === '' ? [] : namedEn);
      }
    else out.push({ to, titles: named, titlesEn: namedEn });
  };
  walk(schemaOf(kind, shape), '', [], []);
  return out;
}
