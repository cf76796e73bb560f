import type { Plain } from '../model/edit.ts';
import { fieldAt } from '../model/field.ts';
import { valueAt, type Path } from '../model/path.ts';
import { edit, sameValue } from '../text/index.ts';
import { effectiveItem } from './effective.ts';
import { placeOf } from './kinds.ts';
import { shapeOfKind } from './source.ts';
import type { Catalogue } from './types.ts';

/** One value for one field of an item, by keys alone: no step of it is into a list. */
export interface BulkField {
  path: readonly string[];
  /** `undefined` takes the field out. */
  value: Plain | undefined;
}

/** What a change of a field over many files is in one of them. */
export type BulkChange =
  /** The file's new text, and what held there before: a layer that said nothing had it from above. */
  | { kind: 'change'; text: string; before: Plain | undefined }
  | { kind: 'refused'; reason: string; reasonEn: string };

/** What it means to set `field` in `file`; that the file is somebody's to write, and what the check says, is not asked. */
export function bulkChange(catalogue: Catalogue, file: string, { path, value }: BulkField): BulkChange {
  const source = catalogue.sources.get(file);
  if (source === undefined || (source.kind !== 'item' && source.kind !== 'layer'))
    return refused('这个文件读不懂，请在编辑器里改正。', 'The file cannot be read; mend it in the editor.');
  const { shape } = catalogue.lookups;
  const field = fieldAt('item', path, undefined, shape);
  if (field === undefined) return refused('事项没有这个字段。', 'Items have no such field.');
  const isLayer = source.kind === 'layer';
  if (isLayer && field.overlay.policy === 'fixed')
    return refused(
      `“${field.title.zh}”由基准规定，本级不能改。`,
      `"${field.title.en}" is fixed by the base; a layer cannot change it.`,
    );
  const at: Path = isLayer ? ['overlay', ...path] : path;
  const own = valueAt(source.written, at);
  // Read from texts, which hold nothing else.
  const before = (isLayer ? heldAt(catalogue, file, path) : own) as Plain | undefined;
  if (value === undefined && own === undefined)
    return refused('这个文件没有写这一项。', 'The file does not say it.');
  if (value !== undefined && before !== undefined && sameValue(before, value))
    return refused('已经是这个值。', 'It has this value already.');
  // A group that says why it has nothing would say both.
  const parent = valueAt(source.written, at.slice(0, -1));
  if (value !== undefined && valueAt(parent, ['none']) !== undefined)
    return refused(
      '这一组写的是“没有”和理由，请在编辑器里改。',
      'The group says none and why; change it in the editor.',
    );
  const made = edit(
    source.text,
    [value === undefined ? { kind: 'remove', path: at } : { kind: 'set', path: at, value }],
    { shape: shapeOfKind(source.kind, shape) },
  );
  if (made.kind === 'impossible') return refused(made.reason, made.reasonEn);
  return { kind: 'change', text: made.text, before };
}

/** What holds at a field of the item of a layer, in its division. */
function heldAt({ chains }: Catalogue, file: string, path: Path): unknown {
  const place = placeOf(file);
  const chain = (place.kind === 'file' && place.id !== undefined && chains.get(place.id)) || [];
  const at = chain.findIndex(({ source }) => source.path === file);
  const step = chain[at];
  return step && valueAt(effectiveItem(chain.slice(0, at + 1), step.division).item, path);
}

function refused(reason: string, reasonEn: string): BulkChange {
  return { kind: 'refused', reason, reasonEn };
}
