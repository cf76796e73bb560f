import { addedFieldsOf, extendedShape, type AddedField } from '../model/extendedShape.ts';
import type { Edit, Plain } from '../model/edit.ts';
import type { ExtensionFile } from '../model/generated/schemas.ts';
import type { Draft } from '../model/item.ts';
import { valueAt, type Path } from '../model/path.ts';
import type { Catalogue, Source } from './types.ts';

/** What has to be changed in one file so that it keeps up with the fields of its catalogue. */
export interface FileMigration {
  file: string;
  edits: Edit[];
  /** What the edits do, each field once: it gets a value, goes by another key, to another group, or goes. */
  does: { field: string; what: 'filled' | 'renamed' | 'moved' | 'removed'; count: number }[];
}

/**
 * The edits that bring the items of `catalogue`, which has `before`, to `after`: values go along to a field's new key and
 * to another group of the same item or element of a list, those of fields that are retired or gone are taken out, and a field that has to be filled in gets its `default` where
 * it says nothing. Fields are known by their id. What cannot be done by edits (into a list or out of it, another type, a
 * place that is taken) is left as it is for the check to name. Bases get defaults; layers inherit them. The edits are to be made by the shape of `after`.
 */
export function migration(
  before: Draft<ExtensionFile> | undefined,
  after: Draft<ExtensionFile> | undefined,
  catalogue: Pick<Catalogue, 'sources'>,
): FileMigration[] {
  const [old, now] = [before, after].map((one) => addedFieldsOf(extendedShape(one)));
  const steps = stepsOf(old!, now!);
  if (steps.length === 0) return [];
  return [...catalogue.sources.values()].flatMap((source) => migrated(source, steps) ?? []);
}

type Step =
  | { kind: 'renamed' | 'moved'; field: AddedField; to: AddedField }
  | { kind: 'removed'; field: AddedField }
  | { kind: 'filled'; field: AddedField; value: Plain };

function stepsOf(old: readonly AddedField[], now: readonly AddedField[]): Step[] {
  const byId = new Map(now.map((field) => [field.said.id, field]));
  const gone = old.flatMap((field): Step[] => {
    const next = byId.get(field.said.id);
    if (next === undefined || next.said.retired !== undefined) return [{ kind: 'removed', field }];
    if (field.holder.join('.') === next.holder.join('.'))
      return field.key === next.key ? [] : [{ kind: 'renamed', field, to: next }];
    return listOf(field) === listOf(next) ? [{ kind: 'moved', field, to: next }] : [];
  });
  const filled = now.flatMap((field): Step[] => {
    const { required, retired, default: value } = field.said;
    return required === true && retired === undefined && value !== undefined
      ? [{ kind: 'filled', field, value }]
      : [];
  });
  return [...gone, ...filled];
}

function migrated(source: Source<unknown>, steps: readonly Step[]): FileMigration | undefined {
  if (source.kind !== 'item' && source.kind !== 'layer') return undefined;
  const root = source.kind === 'layer' ? ['overlay'] : [];
  const edits: Edit[] = [];
  const does: FileMigration['does'] = [];
  for (const step of steps) {
    const { holder, key } = step.field;
    if (step.kind === 'filled' && source.kind === 'layer') continue;
    let count = 0;
    for (const path of groupsAt(source.written, [...root, ...holder])) {
      const value = valueAt(source.written, [...path, key]);
      if (step.kind === 'filled') {
        // What comes by another name is not filled in as well, and a group that says there is none stays empty.
        const comes = wasSaid(source.written, path, steps, step.field);
        if (value !== undefined || comes || valueAt(source.written, [...path, 'none']) !== undefined)
          continue;
        edits.push({ kind: 'set', path: [...path, key], value: step.value });
      } else {
        if (value === undefined) continue;
        if (step.kind !== 'removed') {
          const group = besideOf(path, step.field, step.to);
          const next = [...group, step.to.key];
          const isTaken = [next, [...group, 'none']].some((at) => valueAt(source.written, at) !== undefined);
          if (isTaken) continue;
          // A value that was read is plain.
          edits.push({ kind: 'set', path: next, value: value as Plain });
        }
        edits.push({ kind: 'remove', path: [...path, key] });
      }
      count++;
    }
    if (count > 0) does.push({ field: step.field.said.id ?? key, what: step.kind, count });
  }
  return edits.length === 0 ? undefined : { file: source.path, edits, does };
}

/** Whether `field`, which stands in the group at `path`, is said where it stood and by the key that it had. */
function wasSaid(written: unknown, path: Path, steps: readonly Step[], field: AddedField): boolean {
  return steps.some(
    (step) =>
      (step.kind === 'renamed' || step.kind === 'moved') &&
      step.to === field &&
      valueAt(written, [...besideOf(path, field, step.field), step.field.key]) !== undefined,
  );
}

/** The list in whose elements a field stands; empty of what stands in none. */
function listOf({ holder }: AddedField): string {
  return holder.slice(0, holder.lastIndexOf('*') + 1).join('.');
}

/** The group in which `to` stands, in the same item or element as the group at `path`, in which `from` does. */
function besideOf(path: Path, from: AddedField, to: AddedField): Path {
  const [own, other] = [from, to].map(({ holder }) => holder.slice(holder.lastIndexOf('*') + 1));
  return [...path.slice(0, path.length - own!.length), ...other!];
}

/** The maps at `holder`, `*` being every element of a list. */
function groupsAt(value: unknown, holder: readonly string[]): Path[] {
  let here: Path[] = [[]];
  for (const step of holder)
    here = here.flatMap((path): Path[] => {
      if (step !== '*') return [[...path, step]];
      const list = valueAt(value, path);
      return Array.isArray(list) ? list.map((_, i) => [...path, i]) : [];
    });
  return here.filter((path) => {
    const group = valueAt(value, path);
    return typeof group === 'object' && group !== null && !Array.isArray(group);
  });
}
