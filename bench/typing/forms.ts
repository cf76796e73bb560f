import type { Browser, Page } from 'playwright-core';
import { parse } from 'yaml';
import { schemas } from '../../src/model/schemas.ts';
import { desk } from '../../tests/e2e/browser.ts';
import { edits } from '../../tests/e2e/studio.ts';
import { inlined } from '../check/peers.ts';
import { ratio, row, spreadOf } from './figures.ts';
import type { Pages } from './servePages.ts';
import { stopwatch } from './stopwatchPath.ts';
import type { BenchStudio, MadeItem } from './studio.ts';
import { oneLetter, typeKeys, type KeyTimes } from './typeKeys.ts';

interface FormTimes extends KeyTimes {
  /** Milliseconds from key to echo where the next key comes at the paint of the one before, error shown or not. */
  burst: number[];
}

interface Rounds {
  rounds: number;
  keys: number;
}

/**
 * The forms of one item under three hands: ours in the studio, all its lenses open; JSON Forms; plain inputs. The same
 * schema, the same data, the same field; they take turns, so that what else the machine does meets all three.
 */
export async function measureForms(
  { browser, studio, pages }: { browser: Browser; studio: BenchStudio; pages: Pages },
  item: Extract<MadeItem, `form-${string}`>,
  { rounds, keys }: Rounds,
) {
  const ours = await openOurs(browser, studio, item);
  const theirs = await openJsonForms(browser, pages, studio.texts.get(item)!);
  const plain = await openPlain(browser, pages, ours.inputs);
  const all = { ours, 'JSON Forms': theirs, 'plain inputs': plain };
  const times = Object.fromEntries(
    Object.keys(all).map((name) => [name, { echo: [], shown: [], burst: [] } as FormTimes]),
  );
  for (let i = 0; i <= rounds; i++)
    for (const [name, { page, typed, error }] of Object.entries(all)) {
      await page.bringToFront();
      await page.locator(typed).scrollIntoViewIfNeeded();
      await page.locator(typed).focus();
      const checked =
        error === undefined ? undefined : await typeKeys(page, oneLetter(keys), { after: 'shown', error });
      const burst = await typeKeys(page, oneLetter(keys), { after: 'echo', error: error ?? '[data-none]' });
      // The first round warms all three.
      if (i === 0) continue;
      times[name]!.echo.push(...(checked?.echo ?? []));
      times[name]!.shown.push(...(checked?.shown ?? []));
      times[name]!.burst.push(...burst.echo);
    }
  for (const { page } of Object.values(all)) await page.context().close();
  const p95 = (name: keyof typeof all, what: keyof FormTimes) => spreadOf(times[name]![what]).p95;
  return {
    inputs: Object.fromEntries(Object.entries(all).map(([name, { inputs }]) => [name, inputs])),
    errorRatio: ratio(p95('ours', 'shown'), p95('JSON Forms', 'shown')),
    echoRatio: ratio(p95('ours', 'burst'), p95('plain inputs', 'burst')),
    rows: Object.entries(all).flatMap(([name, { inputs }]) => {
      const { shown, burst } = times[name]!;
      return [
        row(`${name}, ${inputs} inputs, key to echo, keys at every paint`, burst),
        ...(shown.length > 0 ? [row(`${name}, ${inputs} inputs, key to error shown`, shown)] : []),
      ];
    }),
  };
}

interface Opened {
  page: Page;
  inputs: number;
  /** Selector of the input that is typed into. */
  typed: string;
  /** Selector of its shown error. */
  error?: string;
}

const countInputs = `[...document.querySelectorAll('FORM input, FORM select, FORM textarea')].length`;

async function openOurs(browser: Browser, studio: BenchStudio, item: MadeItem): Promise<Opened> {
  const page = await studio.person(browser);
  await studio.open(page, item);
  const { chooseSection, field } = edits(page);
  await chooseSection('申请材料');
  const elements = page.locator('.form .element > details:not([open])');
  await elements.first().waitFor();
  // Cards open one inside the other.
  while ((await elements.count()) > 0) {
    await page.evaluate(
      `document.querySelectorAll('.form .element > details:not([open])').forEach((one) => (one.open = true))`,
    );
    await page.waitForTimeout(300);
  }
  const middle = Math.floor((parse(studio.texts.get(item)!) as MadeValue).materials.list.length / 2);
  const place = `/materials/list/${middle}/name`;
  await field(place).fill('');
  const error = `[data-field="f${place}"].wrong`;
  await page.locator(error).waitFor();
  const inputs = (await page.evaluate(countInputs.replaceAll('FORM', '.pane.form .body'))) as number;
  return { page, inputs, typed: `[id="f${place}"]`, error };
}

interface MadeValue {
  materials: { list: { name?: string }[] };
}

async function openJsonForms(browser: Browser, pages: Pages, text: string): Promise<Opened> {
  const { materials } = parse(text) as MadeValue;
  const middle = Math.floor(materials.list.length / 2);
  delete materials.list[middle]!.name;
  const page = await openPage(
    browser,
    pages.address('jsonForms', {
      schema: inlined(schemas.item.properties!['materials']!),
      data: materials,
    }),
  );
  const typed = `[data-path="list.${middle}.name"]`;
  const inputs = (await page.evaluate(countInputs.replaceAll('FORM', '#app'))) as number;
  return { page, inputs, typed, error: `.control:has(${typed}) .error` };
}

async function openPlain(browser: Browser, pages: Pages, inputs: number): Promise<Opened> {
  return { page: await openPage(browser, pages.address('plain', { inputs })), inputs, typed: '[data-typed]' };
}

/** A page of a peer in a window of the studio's size. */
export async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext(desk)).newPage();
  await page.addInitScript({ path: stopwatch });
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address);
  await page
    .locator('body[data-ready]')
    .waitFor()
    .catch((error: unknown) => {
      throw new Error(`The page did not begin: ${faults.join('; ')}`, { cause: error });
    });
  return page;
}
