import type { Page } from 'playwright-core';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page of a PDF; sizes in millimetres. */
export interface PrintedPage {
  text: string;
  width: number;
  height: number;
}

/** The pages of a PDF with their text, without white space, each character in its common form. */
export async function printedPages(pdf: Uint8Array): Promise<PrintedPage[]> {
  // The library takes the buffer for its own.
  const task = getDocument({ data: Uint8Array.from(pdf), useSystemFonts: true, verbosity: 0 });
  const document = await task.promise;
  const pages: PrintedPage[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const [, , width, height] = page.view.map((points) => Math.round((points / 72) * 25.4)) as number[];
    const text = common(items.map((item) => ('str' in item ? item.str : '')).join(''));
    pages.push({ text, width: width!, height: height! });
  }
  await task.destroy();
  return pages;
}

/** Text that the page shows in the medium that it is in, the numbers of its lists included. */
export async function textShown(page: Page): Promise<string> {
  return common(await page.evaluate<string>(`${seen};${walk('document.body')} + numbers()`));
}

/** Text of every paragraph, cell, heading and point that the page shows. */
export async function blocksShown(page: Page): Promise<string[]> {
  const texts = await page.evaluate<string[]>(
    `${seen};[...document.querySelectorAll('p, li, td, th, dt, dd, h1, h2, h3')]
      .filter((one) => !one.querySelector('p, li, ol, ul'))
      .map((one) => ${walk('one')})`,
  );
  return texts.map(common).filter((text) => text !== '');
}

/** Radicals and dashes that share their drawing with a character of text, and so may come out of a PDF in its place. */
const twins: Record<string, string> = {
  ...Object.fromEntries(
    [
      '⺠民',
      '⻁虎',
      '⻄西',
      '⻅见',
      '⻆角',
      '⻉贝',
      '⻋车',
      '⻓长',
      '⻔门',
      '⻘青',
      '⻚页',
      '⻛风',
      '⻜飞',
      '⻝食',
    ]
      .concat(['⻢马', '⻤鬼', '⻥鱼', '⻦鸟', '⻨麦', '⻩黄', '⻬齐', '⻮齿', '⻰龙'])
      .map((pair) => [...pair] as [string, string]),
  ),
  '‒': '–',
};

/** A font may give a character by a twin of it, as ⽤ for 用. */
function common(text: string): string {
  return [...text.normalize('NFKC').replace(/\s/g, '')].map((one) => twins[one] ?? one).join('');
}

const seen = `
  const seen = (node) => node.parentElement.checkVisibility({ visibilityProperty: true })
    && !node.parentElement.closest('title');
  const numbers = () => [...document.querySelectorAll('ol')].filter((one) => one.checkVisibility())
    .flatMap((one) => [...one.children].map((_, i) => (i + 1) + '.')).join('');
  const words = (root) => {
    let out = '';
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) if (seen(walker.currentNode)) out += walker.currentNode.data;
    return out;
  }`;

function walk(root: string): string {
  return `words(${root})`;
}
