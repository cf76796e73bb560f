// npm run forms: makes every file in items/forms, the blank forms and filled samples of the sample catalogue, and
// prints.json, by which the tests see that a PDF is that of its form without a browser.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launchBrowser } from '../../tests/e2e/browser.ts';
import { fixedPdf } from './fixedArchive.ts';
import { formPaths, officeFiles } from './officeFiles.ts';
import { printedPage, printOf, type Print } from './printedPage.ts';
import { sampleForms } from './sampleForms.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const items = fileURLToPath(new URL('../../items/', import.meta.url));

const files = await officeFiles();
const prints: Record<string, Print> = {};
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  for (const form of sampleForms) {
    const { filled } = formPaths(form);
    if (form.kind !== 'document' || !filled.endsWith('.pdf')) continue;
    const html = printedPage(form, true);
    await page.setContent(html);
    const pdf = fixedPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false }));
    files.set(filled, pdf);
    prints[filled] = printOf(html, pdf);
  }
} finally {
  await browser.close();
}

await mkdir(join(items, 'forms'), { recursive: true });
for (const name of await readdir(join(items, 'forms')))
  if (!files.has(`forms/${name}`)) await rm(join(items, 'forms', name));
for (const [path, bytes] of files) await writeFile(join(items, path), bytes);
await writeFile(join(here, 'prints.json'), `${JSON.stringify(prints, null, 2)}\n`);
const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0);
console.log(`${files.size} files, ${Math.ceil(size / 1024)} KB`);
