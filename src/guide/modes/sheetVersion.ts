import { html, type Content, type Html } from '../html.ts';
import type { Site } from '../pages/layout.ts';
import { qrCode } from './qrCode.ts';

/** Where a guide and the version that a sheet is of stand, from the root of the site. */
export interface SheetAddress {
  /** Path of the sheet itself. */
  path: string;
  guide: string;
  /** The same content at its permanent address. */
  version: { path: string; date: string };
}

/** The name of a version as sheets carry it: its day and the beginning of its hash. */
export function versionName({ version }: SheetAddress): string {
  return version.path.slice(version.path.lastIndexOf('/') + 1).replace(/\.html$/, '');
}

/** Address of the version on the web; nothing where the site does not know its own. */
export function versionUrl(site: Site, { version }: SheetAddress): string | undefined {
  return site.baseUrl === undefined ? undefined : `${site.baseUrl}/${version.path}`;
}

/** The code that leads to the version of the sheet, or in words where it stands. */
export function versionCode(site: Site, address: SheetAddress): Html {
  const url = versionUrl(site, address);
  const name = versionName(address);
  return html`<figure class="code">${
    url === undefined ? '' : qrCode(url, `二维码：这份指南的永久版本 ${name}`)
  }<figcaption>${url === undefined ? '核对本版：本站' : '扫码核对本版'}${url === undefined ? html` <span class="at">${address.version.path}</span>` : ''}<br />版本 ${name}</figcaption></figure>`;
}

/** The bar above a sheet, on screens alone: the way back, and how to print. The button works with the script alone. */
export function sheetBar(
  site: Site,
  { guide }: Pick<SheetAddress, 'guide'>,
  words: Content,
  back = '返回指南',
): Html {
  return html`<div class="tools"><nav aria-label="打印 Print"><a href="${site.root}${guide}">${back}</a><button type="button" data-print data-live="later">打印</button></nav><p class="how">${words}</p></div>`;
}
