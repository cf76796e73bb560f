import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import jsQR from 'jsqr';
import type { Browser } from 'playwright-core';

const require = createRequire(import.meta.url);

interface Raster {
  width: number;
  height: number;
  /** Red, green, blue and opacity of each pixel, in base64. */
  pixels: string;
}

/** Dots an inch: about what a cheap printer leaves of a page. */
const dpi = 100;

/**
 * What a reader makes of the codes on each page of a PDF, drawn at 100 dpi; of a page with many, as one holds a reader
 * over one after the other: over `frame` millimetres at a time.
 */
export async function printedCodes(browser: Browser, pdf: Uint8Array, frame?: number): Promise<string[][]> {
  return (await drawnPages(browser, pdf)).map((raster) => codesIn(raster, frame));
}

/** Draws a PDF in the browser, whose canvas Node has not. */
async function drawnPages(browser: Browser, pdf: Uint8Array): Promise<Raster[]> {
  const context = await browser.newContext();
  try {
    await context.route('http://pdf.invalid/*', async (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      if (name === '') return route.fulfill({ contentType: 'text/html', body: '<!doctype html>' });
      const body = await readFile(require.resolve(`pdfjs-dist/legacy/build/${name}`), 'utf8');
      return route.fulfill({ contentType: 'text/javascript', body });
    });
    const page = await context.newPage();
    await page.goto('http://pdf.invalid/');
    return await page.evaluate<Raster[]>(`(async () => {
      const { getDocument, GlobalWorkerOptions } = await import('/pdf.mjs');
      GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs';
      const bytes = Uint8Array.from(atob('${Buffer.from(pdf).toString('base64')}'), (one) => one.charCodeAt(0));
      const { promise } = getDocument({ data: bytes, verbosity: 0 });
      const document_ = await promise;
      const out = [];
      for (let number = 1; number <= document_.numPages; number++) {
        const sheet = await document_.getPage(number);
        const viewport = sheet.getViewport({ scale: ${dpi} / 72 });
        const canvas = document.createElement('canvas');
        canvas.width = Math.round(viewport.width);
        canvas.height = Math.round(viewport.height);
        const canvasContext = canvas.getContext('2d');
        await sheet.render({ canvasContext, viewport, background: '#fff' }).promise;
        const { data, width, height } = canvasContext.getImageData(0, 0, canvas.width, canvas.height);
        let text = '';
        for (let at = 0; at < data.length; at += 8192) text += String.fromCharCode(...data.subarray(at, at + 8192));
        out.push({ width, height, pixels: btoa(text) });
      }
      return out;
    })()`);
  } finally {
    await context.close();
  }
}

function codesIn({ width, height, pixels }: Raster, frame?: number): string[] {
  const data = new Uint8ClampedArray(Buffer.from(pixels, 'base64'));
  const side = frame === undefined ? Math.max(width, height) : Math.round((frame / 25.4) * dpi);
  const step = Math.ceil(side / 6);
  const found = new Set<string>();
  for (let top = 0; top === 0 || top + side <= height; top += step)
    for (let left = 0; left === 0 || left + side <= width; left += step) {
      const [w, h] = [Math.min(side, width), Math.min(side, height)];
      const seen = new Uint8ClampedArray(w * h * 4);
      for (let y = 0; y < h; y++) {
        const from = ((top + y) * width + left) * 4;
        seen.set(data.subarray(from, from + w * 4), y * w * 4);
      }
      const code = jsQR(seen, w, h, { inversionAttempts: 'dontInvert' });
      if (code !== null) found.add(code.data);
    }
  return [...found];
}
