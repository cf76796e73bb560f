import { html, raw, type Html } from '../../html.ts';
import type { StepView } from '../../view/types.ts';
import { flowCurve, type Size } from './flowCurve.ts';
import { when } from './fragments.ts';
import { layoutFlow, type Box } from './layoutFlow.ts';

/** Which way the flow runs: across on wide screens and paper, down on a phone. */
export type Direction = 'across' | 'down';

/** Pixels, with names of 16 px in lines of at most 6 characters. */
const height = 64;

/**
 * The steps as a drawing: what waits for what, what runs side by side, the longest path in bold. It is for the
 * eye; the list beside it says the same in words. Who draws both ways gives the layout, which is the same.
 */
export function flowDrawing(
  steps: readonly StepView[],
  direction: Direction,
  { boxes, lines, rows, lanes } = layoutFlow(steps),
): Html {
  const across = direction === 'across';
  const width = !across && lanes < 3 ? 132 : 112;
  const gap = across ? { along: 32, beside: 16 } : { along: 28, beside: lanes < 3 ? 14 : 7 };
  const [stepX, stepY] = across
    ? [width + gap.along, height + gap.beside]
    : [width + gap.beside, height + gap.along];
  const place = ({ row, lane }: Pick<Box, 'row' | 'lane'>) =>
    across ? { x: 1 + row * stepX, y: 1 + lane * stepY } : { x: 1 + lane * stepX, y: 1 + row * stepY };
  const [w, h] = across
    ? [rows * stepX - gap.along + 2, lanes * stepY - gap.beside + 2]
    : [lanes * stepX - gap.beside + 2, rows * stepY - gap.along + 2];
  const marker = `arrow-${direction}`;
  const size = { width, height };
  // The longest path goes from each of its steps to the next; a shortcut between two of them is not on it.
  const path = steps.filter((step) => step.critical);
  const onPath = (from: StepView, to: StepView) =>
    from.critical && path.indexOf(to) === path.indexOf(from) + 1;
  return html`<svg class="draw ${direction}" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" aria-hidden="true"><marker id="${marker}" viewBox="0 0 8 8" refX="7" refY="4" markerUnits="userSpaceOnUse" markerWidth="10" markerHeight="10" orient="auto"><path d="M0 0L8 4L0 8z"/></marker>${lines.map(
    ({ points, from, to }) =>
      html`<path${onPath(from, to) ? raw(' class="bold"') : ''}${when({ ...from.when, ...to.when })} d="${flowCurve(points.map(place), size, across)}"/>`,
  )}${boxes.map((box) => drawnBox(box.step, place(box), size))}</svg>`;
}

function drawnBox(step: StepView, { x, y }: { x: number; y: number }, { width, height }: Size): Html {
  const name = nameLines(step.text);
  const days = step.days.replace('日（自然日）', '个自然日');
  const notes = [days, step.excluded ? '不计入' : ''].filter((part) => part !== '');
  // A name of one line leaves room for two.
  const texts = [...name, ...(name.length === 1 || notes.length === 0 ? notes : [notes.join(' ')])];
  const top = 5 - (texts.length - 1) * 10;
  const kind = [step.critical ? 'bold' : '', step.whenWords === '' ? '' : 'some'].join(' ').trim();
  // Within a box all places are from its middle: the same words in every box, which compress to nothing.
  return html`<g${kind === '' ? '' : html` class="${kind}"`}${when(step.when)} transform="translate(${x + width / 2} ${y + height / 2})"><rect x="${-width / 2}" y="${-height / 2}" width="${width}" height="${height}" rx="8"/>${texts.map(
    (text, i) => html`<text y="${top + i * 20}"${i < name.length ? '' : raw(' class="n"')}>${text}</text>`,
  )}</g>`;
}

/** A name in at most two lines of six characters. */
function nameLines(name: string): string[] {
  const characters = [...name];
  if (characters.length <= 6) return [name];
  const half = Math.min(6, Math.ceil(characters.length / 2));
  const rest = characters.slice(half);
  return [
    characters.slice(0, half).join(''),
    rest.length <= 6 ? rest.join('') : `${rest.slice(0, 5).join('')}…`,
  ];
}
