import type { FileKind } from '../model/schemas.ts';

/** What a path of the catalogue tells of the file there. */
export type Place =
  | { kind: 'file'; fileKind: FileKind; division?: string; id?: string }
  | { kind: 'attachment' }
  /** What an import left beside its drafts. */
  | { kind: 'report' }
  | { kind: 'unknown' };

const id = '[a-z0-9][a-z0-9-]{0,63}';
/** Tried in this order: nearly all files are items. */
const places: [RegExp, FileKind][] = [
  [/^(?<division>\d{6})\/adopt\.yaml$/, 'adoption'],
  [new RegExp(`^(?<division>\\d{6})/(?<id>${id})\\.yaml$`), 'item'],
  [/^catalogue\.yaml$/, 'catalogue'],
  [new RegExp(`^laws/(?<id>${id})\\.yaml$`), 'law'],
  [/^agencies\/(?<division>\d{6})\.yaml$/, 'agency'],
  [new RegExp(`^centres/(?<id>${id})\\.yaml$`), 'centre'],
  [new RegExp(`^bundles/(?<id>${id})\\.yaml$`), 'bundle'],
  [new RegExp(`^calendars/(?<id>${id})\\.yaml$`), 'calendar'],
  [/^governance\/approvals\.yaml$/, 'governance'],
  [/^governance\/people\.yaml$/, 'people'],
  [/^governance\/suppressions\.yaml$/, 'suppression'],
  [new RegExp(`^rules/(?<id>${id})\\.yaml$`), 'rule'],
  [new RegExp(`^objections/(?<division>\\d{6})/(?<id>${id})\\.yaml$`), 'objection'],
  [/^staff\/(?<division>\d{6})\.yaml$/, 'staff'],
  [new RegExp(`^lists/(?<id>${id})\\.yaml$`), 'list'],
  [new RegExp(`^profiles/(?<id>${id})\\.yaml$`), 'profile'],
  [new RegExp(`^translations/en/(?<id>${id})\\.yaml$`), 'translation'],
  [/^extension\/item\.yaml$/, 'extension'],
];

/**
 * What kind of file stands at `path`. An item's file is a layer when its text says `overlay` at the left
 * margin, so the text decides between the two; without a text it is taken for an item.
 */
export function placeOf(path: string, text = ''): Place {
  for (const [pattern, fileKind] of places) {
    const match = pattern.exec(path);
    if (match === null) continue;
    const { division, id } = match.groups ?? {};
    const isLayer = fileKind === 'item' && saysOverlay(text);
    return {
      kind: 'file',
      fileKind: isLayer ? 'layer' : fileKind,
      ...(division !== undefined && { division }),
      ...(id !== undefined && { id }),
    };
  }
  if (path === 'import-report.json') return { kind: 'report' };
  return /^forms\/[A-Za-z0-9][A-Za-z0-9._-]*$/.test(path) ? { kind: 'attachment' } : { kind: 'unknown' };
}

/** The search for a line is left out where a search for the word finds nothing, which is most of the time. */
function saysOverlay(text: string): boolean {
  return text.includes('overlay') && /^overlay[ \t]*:/m.test(text);
}
