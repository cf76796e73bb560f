import { html, raw, type Content } from '../../html.ts';
import { siteName, type Site } from '../../pages/layout.ts';
import { modePage } from '../modePage.ts';
import { qrCode } from '../qrCode.ts';
import { boardStyle } from './boardStyle.ts';

/** A line of the board: an item at its window. */
export interface BoardLine {
  window: string;
  name: string;
  promised: string;
  fee: string;
}

/** Seconds that a page stays: two for each of its lines, as one reads a line at a glance. */
export const boardSeconds = 14;

/** Lines of text that a page has room for, and characters in a line of a name. */
const room = 7;
const width = 19;

/** A dot for each page says how far the board is; of more pages the number says it alone. */
const mostDots = 8;

/** Folder of the board of a centre. */
export function boardRoot(centre: string): string {
  return `board/${centre}/`;
}

/** Path of page `n` of the board, the first is 1 and is the one that is opened. */
export function boardPath(centre: string, n: number): string {
  return `${boardRoot(centre)}${n === 1 ? 'index' : n}.html`;
}

/** `lines` in pages that hold no more text than is read from five metres; a long name takes two lines. */
export function boardPaging(lines: readonly BoardLine[]): BoardLine[][] {
  const pages: BoardLine[][] = [];
  let left = 0;
  for (const line of lines) {
    const needed = Math.ceil(widthOf(line.name) / width);
    if (left < needed) {
      pages.push([]);
      left = room;
    }
    pages.at(-1)!.push(line);
    left -= needed;
  }
  return pages;
}

/** Letters and digits are half as wide as a character. */
function widthOf(text: string): number {
  return [...text].reduce((sum, one) => sum + (one.charCodeAt(0) < 0x2000 ? 0.55 : 1), 0);
}

/**
 * Page `n` of `count` of the board of a centre at 1920 x 1080. With the script it turns by itself, and a key or a touch
 * stops it; without, a refresh leads to the next.
 */
export function boardPage(
  site: Site,
  centre: { id: string; name: string; hours: string; phone: string | undefined },
  { lines, n, count, date }: { lines: readonly BoardLine[]; n: number; count: number; date: string },
): string {
  const next = n === count ? 'index.html' : `${n + 1}.html`;
  const refresh =
    count === 1
      ? ''
      : html`<noscript><meta http-equiv="refresh" content="${boardSeconds};url=${next}" /></noscript>`;
  return modePage(site, {
    title: `${centre.name}事项公示（${n}/${count}）`,
    description: `${centre.name}各窗口办理的事项、时限和收费，供大屏公示。`,
    path: boardPath(centre.id, n),
    style: boardStyle,
    script: 'board.js',
    head: refresh,
    body: html`<header class="top"><div><h1>${centre.name}</h1><p>${centre.hours}${centre.phone === undefined ? '' : html`　<span>电话 ${centre.phone}</span>`}</p></div><p class="clock" data-clock data-live aria-hidden="true"></p>${code(site, centre.id)}</header><!--offline--><main data-next="${next}" data-seconds="${boardSeconds}" data-keep="${boardRoot(centre.id)}"><table><thead><tr><th scope="col">窗口</th><th scope="col">事项</th><th scope="col">承诺时限</th><th scope="col">收费</th></tr></thead><tbody>${lines.map(
      (line) =>
        html`<tr><td><b>${line.window}</b></td><th scope="row">${line.name}</th><td>${line.promised}</td><td>${line.fee}</td></tr>`,
    )}</tbody></table></main><footer><p>${siteName(site.lookups.config)}　${date} 的内容</p><nav aria-label="翻页 Pages">${Array.from(
      { length: count > mostDots ? 0 : count },
      (_, i) => html`<i${i + 1 === n ? raw(' class="on"') : ''}></i>`,
    )}<span>第 ${n} 页，共 ${count} 页</span></nav><button type="button" data-pause data-live="later">暂停</button></footer>`,
  });
}

function code(site: Site, centre: string): Content {
  return site.baseUrl === undefined
    ? ''
    : qrCode(`${site.baseUrl}/centres/${centre}.html`, '二维码：在手机上看');
}
