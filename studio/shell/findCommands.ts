import type { CatalogueRow, DraftRow } from '../../src/api/index.ts';
import type { Words } from '../../src/model/schemas.ts';
import { filterRows, noFilter, type IndexedRow } from '../catalogue/filterRows.ts';
import type { Command } from './commands.ts';

/** What the palette offers for what was typed. */
export type Found =
  | { kind: 'command'; command: Command }
  | { kind: 'item'; row: CatalogueRow }
  | { kind: 'draft'; draft: DraftRow };

/** Items and drafts shown at most; who wants more has the catalogue and the inbox for it. */
const most = 8;

/**
 * Commands, items and drafts in which all words of `typed` occur, those that begin with it first. With nothing
 * typed, all commands.
 */
export function findCommands(
  typed: string,
  {
    commands,
    rows,
    drafts,
  }: { commands: readonly Command[]; rows: readonly IndexedRow[]; drafts: readonly DraftRow[] },
): Found[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const begins = ({ zh, en }: Words) =>
    words.length > 0 && [zh, en].some((text) => text.toLowerCase().startsWith(words[0]!));
  const found = commands.filter(({ words: { zh, en }, also = '' }) => has(`${zh} ${en} ${also}`));
  const [first, rest] = [found.filter((one) => begins(one.words)), found.filter((one) => !begins(one.words))];
  const out: Found[] = [...first, ...rest].map((command) => ({ kind: 'command', command }));
  if (words.length === 0) return out;
  for (const row of filterRows(rows, { ...noFilter, words: typed }).slice(0, most))
    out.push({ kind: 'item', row });
  for (const draft of drafts.filter(({ title, author }) => has(`${title} ${author.name}`)).slice(0, most))
    out.push({ kind: 'draft', draft });
  return out;
}
