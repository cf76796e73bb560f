import { placeOf, schemaOf } from '../../catalogue/index.ts';
import type { FileKind, Words } from '../../model/schemas.ts';
import type { DraftFile } from './draftFile.ts';
import type { FillOptions } from './fillDraft.ts';
import { columnCells, kindOf } from './matchRows.ts';
import type { SourceCell } from './source.ts';

/** The draft that a row goes to, or why there is none. */
export type FilePlace =
  { kind: 'draft'; draft: DraftFile; isNew: boolean; namedBy: SourceCell[] } | { kind: 'none'; why: Words };

/** The cell that named each draft: rows that share a merged cell share the draft. */
const named = new WeakMap<DraftFile, SourceCell | undefined>();

/**
 * Finds or makes the draft of a row. Rows go to one draft where they share the cell that names it, where their
 * table continues others, or where the file's place is given; else a name met twice gets a number.
 */
export function filePlace(options: FillOptions): FilePlace {
  const { row, drafts } = options;
  const { table } = row;
  const kind = kindOf(table);
  if (table.path !== undefined) {
    const cell = columnCells(row, table.path)[0];
    const path = cell?.text.trim() ?? '';
    if (!fits(path, kind))
      return none(`目录里没有“${path}”这样的位置`, `a catalogue has no place for "${path}"`);
    const held = drafts.get(path);
    const draft = held ?? begin(drafts, path, kind);
    return { kind: 'draft', draft, isNew: held === undefined, namedBy: cell === undefined ? [] : [cell] };
  }
  const division = divisionOf(options);
  if (division.code === undefined && needsDivision(kind))
    return none('看不出属于哪个行政区划', 'its division cannot be told');
  const { id, cell } = identifierOf(options);
  const namedBy = [cell, division.cell].filter((one) => one !== undefined);
  for (let copy = 1; ; copy++) {
    const unique = copy === 1 ? id : `${id.slice(0, 60)}-${copy}`;
    const path = pathOf(kind, division.code ?? '', unique);
    const held = drafts.get(path);
    if (held === undefined) {
      const draft = begin(drafts, path, kind);
      named.set(draft, cell);
      if (saysItself(kind, 'id')) draft.value['id'] = unique;
      if (saysItself(kind, 'division')) draft.value['division'] = division.code ?? '';
      return { kind: 'draft', draft, isNew: true, namedBy };
    }
    const isShared = cell !== undefined && named.get(held) === cell;
    if (table.continues === true || isShared || !path.includes(unique))
      return { kind: 'draft', draft: held, isNew: false, namedBy };
  }
}

function none(zh: string, en: string): FilePlace {
  return { kind: 'none', why: { zh, en } };
}

function begin(drafts: Map<string, DraftFile>, path: string, kind: FileKind): DraftFile {
  const draft: DraftFile = { path, kind, value: {}, from: [], elements: new Map() };
  drafts.set(path, draft);
  return draft;
}

function fits(path: string, kind: FileKind): boolean {
  const place = placeOf(path, kind === 'layer' ? 'overlay:' : '');
  return place.kind === 'file' && place.fileKind === kind;
}

function divisionOf({ row }: FillOptions): { code?: string; cell?: SourceCell } {
  const { division } = row.table;
  if (division?.value !== undefined) return { code: division.value };
  const cell = division?.from === undefined ? undefined : columnCells(row, division.from)[0];
  const code = /^\d{6}/.exec(cell?.text.trim() ?? '')?.[0];
  return { ...(code !== undefined && { code }), ...(cell !== undefined && { cell }) };
}

function identifierOf({ row, source }: FillOptions): { id: string; cell?: SourceCell } {
  const { from = '$row', prefix = '' } = row.table.identifier ?? {};
  const cell = columnCells(row, from)[0];
  const text =
    from === '$file' ? source.name.replace(/\.[^.]*$/, '') : from === '$row' ? '' : (cell?.text ?? '');
  const slug = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  // Names in Chinese have no letters to make an id of; the row's number does, and the name is kept.
  const id = `${prefix}${slug === '' ? `row-${row.number}` : slug}`.slice(0, 64).replace(/(?<!-)-+$/, '');
  return { id, ...(cell !== undefined && { cell }) };
}

function needsDivision(kind: FileKind): boolean {
  return ['item', 'layer', 'adoption', 'agency', 'objection', 'staff'].includes(kind);
}

/** Where a file of `kind` stands in a catalogue. */
function pathOf(kind: FileKind, division: string, id: string): string {
  switch (kind) {
    case 'item':
    case 'layer':
      return `${division}/${id}.yaml`;
    case 'adoption':
      return `${division}/adopt.yaml`;
    case 'agency':
      return `agencies/${division}.yaml`;
    case 'staff':
      return `staff/${division}.yaml`;
    case 'list':
      return `lists/${id}.yaml`;
    case 'law':
      return `laws/${id}.yaml`;
    case 'centre':
      return `centres/${id}.yaml`;
    case 'bundle':
      return `bundles/${id}.yaml`;
    case 'calendar':
      return `calendars/${id}.yaml`;
    case 'objection':
      return `objections/${division}/${id}.yaml`;
    case 'translation':
      return `translations/en/${id}.yaml`;
    case 'profile':
      return `profiles/${id}.yaml`;
    case 'governance':
      return 'governance/approvals.yaml';
    case 'people':
      return 'governance/people.yaml';
    case 'rule':
      return `rules/${id}.yaml`;
    case 'suppression':
      return 'governance/suppressions.yaml';
    case 'extension':
      return 'extension/item.yaml';
    case 'catalogue':
      return 'catalogue.yaml';
  }
}

/** Whether files of `kind` say their own id or division. */
function saysItself(kind: FileKind, key: 'id' | 'division'): boolean {
  return schemaOf(kind).properties?.[key] !== undefined;
}
