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
  const modules = html`<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path d="${raw(data.flatMap(runs).join(''))}"/>`;
  return { size, modules };
}

/** The black modules of a row, a stretch at a time. */
function runs(row: readonly boolean[], y: number): string[] {
  const out: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (row[x] !== true) continue;
    const from = x;
    while (row[x + 1] === true) x++;
    const width = x - from + 1;
    out.push(`M${from} ${y}h${width}v1h-${width}z`);
  }
  return out;
}
