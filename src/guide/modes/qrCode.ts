import { encode } from 'uqr';
import { html, raw, type Html } from '../html.ts';

/**
 * A QR code of `text` as a drawing of its own, black on white in any scheme, with the quiet margin of four modules that
 * readers want. `label` says to who cannot see it where it leads.
 */
export function qrCode(text: string, label: string): Html {
  const { size, modules } = drawn(text);
  return html`<svg class="qr" viewBox="0 0 ${size} ${size}" role="img" aria-label="${label}" shape-rendering="crispEdges">${modules}</svg>`;
}

/** The same as a file by itself. */
export function qrFile(text: string): string {
  const { size, modules } = drawn(text);
  return html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${modules}</svg>`
    .markup;
}

function drawn(text: string): { size: number; modules: Html } {
  // M bears a crease or a drop of coffee; less would make the modules of a short address hardly larger.
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  // A row is a line as thick as a module, with gaps: half the bytes of a box for each stretch, and such drawings cannot
  // be packed well.
  const lines = raw(data.flatMap(line).join(''));
  const modules = html`<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path stroke="#000" d="${lines}"/>`;
  return { size, modules };
}

/** The black modules of a row, a stretch at a time, through the middle of the row. */
function line(row: readonly boolean[], y: number): string[] {
  const out: string[] = [];
  let end: number | undefined;
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x++;
    out.push(end === undefined ? `M${from} ${y}.5` : `m${from - end} 0`, `h${x + 1 - from}`);
    end = x + 1;
  }
  return out;
}
