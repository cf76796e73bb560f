import type { Plain } from '../model/edit.ts';
import type { Shape } from '../model/shape.ts';
import type { TextChange } from './change.ts';
import type { Page } from './page.ts';
import { slotOf } from './place.ts';
import type { Place } from './place.ts';
import { writeBlock, writeFlow } from './write.ts';
import type { Layout, Spot, Written } from './write.ts';

/** What is written where, and how it is laid out. */
export interface Wanted {
  value: Plain;
  shape: Shape;
  layout: Layout;
}

function inline(source: string): Written {
  return { inline: source, lines: [] };
}

/** Ways to put a new value in the place of one that is there (or of an empty place), the best first. */
export function* replaceValue(page: Page, place: Place, wanted: Wanted): Generator<TextChange[]> {
  const old = place.value;
  const like = old.kind === 'scalar' ? old.style : undefined;
  if (place.inFlow) {
    yield put(page, place, inline(writeFlow(wanted.value, wanted.shape, wanted.layout, like)));
    return;
  }
  const spot = spotOf(page, place);
  const step = blockIndent(page, place, spot) ?? wanted.layout.step;
  const layout = { ...wanted.layout, step, gap: gapOf(page, place) ?? wanted.layout.gap };
  yield put(page, place, writeBlock(wanted.value, wanted.shape, spot, layout, like));
  // Where the text's own indentation is odd, one line still fits.
  yield put(page, place, inline(writeFlow(wanted.value, wanted.shape, layout)));
}

function spotOf(page: Page, { holder }: Place): Spot {
  if (holder.kind === 'root') return { holder: 'root', column: 0 };
  if (holder.kind === 'entry') return { holder: 'key', column: page.column(holder.entry.start) };
  return { holder: 'dash', column: page.column(holder.element.start) };
}

/** Columns that the lines of an old block scalar are indented by, so that a line that stays the same stays. */
function blockIndent(page: Page, { value }: Place, spot: Spot): number | undefined {
  if (value.kind !== 'scalar' || (value.style !== 'literal' && value.style !== 'folded')) return undefined;
  const body = page.text.slice(page.nextLine(value.start), value.end);
  const first = /^( *)[^ \r\n]/m.exec(body);
  return first ? Math.max(1, first[1]!.length - spot.column) : undefined;
}

function gapOf(page: Page, { holder, value }: Place): number | undefined {
  if (holder.kind !== 'element' || value.start === value.end) return undefined;
  const { start } = holder.element;
  return page.lineStart(start) === page.lineStart(value.start) ? value.start - start - 1 : undefined;
}

/** Puts `written` where the old value stands; what follows in the line (a comment) stays in that line. */
function put(page: Page, place: Place, written: Written): TextChange[] {
  const old = place.value;
  const slot = slotOf(place);
  const below = (at: number): string => written.lines.map((line) => page.breakAt(at) + line).join('');
  if (old.kind === 'scalar' && (old.style === 'literal' || old.style === 'folded')) {
    const header = /^[|>][-+0-9]*/.exec(page.text.slice(old.start, old.start + 8))![0].length;
    const lineEnd = page.lineEnd(old.start);
    return [
      { from: written.inline === '' ? slot : old.start, to: old.start + header, insert: written.inline },
      { from: lineEnd, to: Math.max(lineEnd, old.end), insert: below(old.start) },
    ];
  }
  const sameLine = place.holder.kind === 'root' || page.lineStart(slot) === page.lineStart(old.start);
  if (old.kind !== 'scalar' && !old.flow) {
    const end = page.tailEnd(old.end, spotOf(page, place).column - (place.holder.kind === 'root' ? 1 : 0));
    if (sameLine) return [{ from: old.start, to: end, insert: written.inline + below(old.start) }];
    return [
      { from: slot, to: slot, insert: written.inline === '' ? '' : ` ${written.inline}` },
      { from: page.lineEnd(slot), to: end, insert: below(slot) },
    ];
  }
  if (old.start === old.end) return fill(page, place, slot, written, below);
  if (written.inline === '') {
    const from = sameLine ? slot : page.previousEnd(old.start);
    if (!sameLine) return [{ from, to: old.end, insert: below(slot) }];
    const end = page.lineEnd(old.end);
    return [
      { from, to: old.end, insert: '' },
      { from: end, to: end, insert: below(slot) },
    ];
  }
  const end = page.lineEnd(old.end);
  return [
    { from: old.start, to: old.end, insert: written.inline },
    { from: end, to: end, insert: below(old.start) },
  ];
}

/** Fills an empty place: after the colon or dash, and in an empty file at its end. */
function fill(
  page: Page,
  { holder, inFlow }: Place,
  slot: number,
  written: Written,
  below: (at: number) => string,
): TextChange[] {
  if (holder.kind === 'root') {
    const { text } = page;
    const lead = text === '' || text.endsWith('\n') ? '' : page.breakAt(text.length);
    return [
      {
        from: text.length,
        to: text.length,
        insert: lead + written.inline + below(text.length) + page.breakAt(text.length),
      },
    ];
  }
  const colon = holder.kind === 'entry' && holder.entry.afterColon === -1 ? ':' : '';
  const insert = written.inline === '' ? colon : `${colon} ${written.inline}`;
  if (inFlow) return [{ from: slot, to: slot, insert }];
  const end = page.lineEnd(slot);
  return [
    { from: slot, to: slot, insert },
    { from: end, to: end, insert: below(slot) },
  ];
}
