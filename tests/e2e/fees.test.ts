// A fee by tiers and a worked example, made in the form by somebody who knows no YAML.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { begin, edits } from './studio.ts';

const base = '000000/urban-road-excavation-permit.yaml';
let studio: OpenStudio;
let page: Page;

beforeAll(async () => {
  studio = await openStudio(await smallSample(['urban-road-excavation-permit']));
  page = await studio.person('drafter');
});

afterAll(() => studio.close());

/** The file as the server has it. */
async function stored(id: string): Promise<string> {
  return page.evaluate(
    async ([draft, file]) => {
      const view = (await (await fetch(`/api/drafts/${draft}`)).json()) as {
        contents: { path: string; text: string }[];
      };
      return view.contents.find((one) => one.path === file)!.text;
    },
    [id, base] as const,
  );
}

test('a fee by tiers with a least amount, and the example that it should come to', async () => {
  const id = await begin(page, base);
  const { chooseSection, field, findings } = edits(page);
  await chooseSection('收费');
  const standard = '/fees/list/0/standard';
  // The list of fees opens its only fee by its heading.
  if (!(await field(standard).isVisible()))
    await page.locator('summary', { hasText: '城市道路挖掘修复费' }).first().click();
  await field(standard).selectOption({ label: '分档' });
  await field(`${standard}/mode`).selectOption({ label: '分段累计：各段按各段的标准' });
  for (const [i, [upTo, yuan]] of [
    ['10', '400'],
    ['', '350'],
  ].entries()) {
    await page.getByRole('button', { name: /添加一项\s*档次/ }).click();
    if (upTo !== '') await field(`${standard}/tiers/${i}/upTo`).fill(upTo!);
    await field(`${standard}/tiers/${i}/amount`).fill(yuan!);
  }
  await field('/fees/list/0/min').fill('500');
  await expect.poll(() => stored(id)).toContain('min: 50000');
  const text = await stored(id);
  expect(text).toContain('mode: progressive');
  expect(text).toMatch(/upTo: 10[\s\S]*amount: 40000[\s\S]*amount: 35000/);
  // The committed example still says 400 yuan for each of its 12 square metres: 10 x 400 + 2 x 350 is 4700.
  await expect.poll(() => findings().textContent()).toContain('1 个错误');
  await chooseSection('算例');
  const fee = field('/examples/0/expect/fee');
  if (!(await fee.isVisible())) await page.locator('summary', { hasText: '封闭车行道' }).first().click();
  await page.getByText('收费应为 4800 元，算出来是 4700 元').first().waitFor();
  await fee.fill('4700');
  await expect.poll(() => findings().textContent()).not.toContain('错误');
  expect(await stored(id)).toContain('answers: {area: 12, new-road: no, traffic: yes, repair: department}');
});

test('answers of an example are chosen among the options of the item', async () => {
  const id = await begin(page, base);
  const { chooseSection, field } = edits(page);
  await chooseSection('算例');
  const repair = field('/examples/0/answers/repair');
  if (!(await repair.isVisible())) await page.locator('summary', { hasText: '封闭车行道' }).first().click();
  await repair.selectOption({ label: '经批准自行修复' });
  await field('/examples/0/answers/area').fill('7.25');
  await expect
    .poll(() => stored(id))
    .toContain('answers: {area: 7.25, new-road: no, traffic: yes, repair: self}');
});
