// The whole way as four people: draft, check, approve, publish.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallSample } from '../smallSample.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { edits } from './studio.ts';

const item = '000000/urban-road-excavation-permit.yaml';
const guide = 'site/360100/urban-road-excavation-permit.html';

let studio: OpenStudio;
let draftAddress: string;
let before: { page: string; version: string };
/** Working days promised in the sample, and in the draft. */
let promised: { old: number; next: number };

beforeAll(async () => {
  studio = await openStudio(await smallSample(['urban-road-excavation-permit']));
});
afterAll(() => studio.close());

function git(...args: string[]): string {
  return execFileSync('git', ['--git-dir', join(studio.dataDir, 'repository.git'), ...args], {
    encoding: 'utf8',
  });
}

async function publicText(path: string): Promise<string> {
  const response = await fetch(`${studio.server.url}/${path}`);
  expect(response.status, path).toBe(200);
  return response.text();
}

describe('from a draft to the public page', () => {
  test('the public sees the guide as it stands', async () => {
    const page = await publicText(guide);
    const version = /href="([^"]*\/v\/[^"]+\.html)"/.exec(page)?.[1];
    expect(version).toBeDefined();
    before = { page, version: new URL(version!, `${studio.server.url}/${guide}`).href };
    expect(page).toContain('400 元');
  });

  test('the drafter changes a limit in the form and a fee in the source, and mends an error by its fix', async () => {
    const page = await studio.person('drafter');
    await page.getByRole('searchbox').first().fill('挖掘城市道路');
    const row = page
      .locator('[role=row]')
      .filter({ hasText: '国家' })
      .filter({ hasText: '挖掘城市道路' })
      .first();
    await row.getByRole('button', { name: /起草|修改/ }).click();
    await page.waitForURL(/\/drafts\/[0-9A-Z]{26}$/);
    draftAddress = page.url();

    const { chooseSection, field, findings, retype, saved } = edits(page);
    await chooseSection('办理时限');
    const limit = field('/limits/promised/value');
    const old = Number(await limit.inputValue());
    promised = { old, next: old - 1 };
    await limit.fill('30');
    // The law, and the worked example that says what this comes to.
    await expect.poll(() => findings().textContent()).toContain('2 个错误');
    await page.getByRole('button', { name: '提交审核' }).click();
    await expect.poll(() => page.getByRole('alert').first().textContent()).toContain('承诺时限');
    expect(new URL(page.url()).pathname).toMatch(/^\/drafts\/[0-9A-Z]{26}$/);

    await page.getByRole('button', { name: /^修正/ }).first().click();
    await expect.poll(() => limit.inputValue()).toBe('20');
    await expect.poll(() => findings().textContent()).toContain('1 个错误');
    await limit.fill(String(promised.next));
    await retype('kind: unit, amount: ', '40000', '36000');
    await retype('      fee: ', '480000', '432000');
    await retype('      promised: ', String(promised.old), String(promised.next));
    await expect.poll(() => findings().textContent()).toContain('没有发现问题');
    await chooseSection('收费');
    await expect.poll(() => page.frameLocator('iframe').locator('body').textContent()).toContain('360 元');
    await saved();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '提交审核' }).click();
    await page.waitForURL(/\/review$/);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    // Who wrote it is told why the signature is not theirs to give.
    await page.getByText('您写过这份草稿，不能自己签批').waitFor();
    expect(await page.getByRole('button', { name: /^同意/ }).isDisabled()).toBe(true);
    await page.context().close();
  });

  test('reviewer and legal approver see the difference in words and approve', async () => {
    for (const user of ['reviewer', 'legal']) {
      const page = await studio.person(user);
      await page.goto(`${studio.server.url}/drafts`);
      await page
        .getByRole('link', { name: /挖掘城市道路/ })
        .first()
        .waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page
        .getByRole('link', { name: /挖掘城市道路/ })
        .first()
        .click();
      await page.waitForURL(/\/review$/);
      const words = page.locator('main');
      const sentence = `${promised.old} 个工作日 → ${promised.next} 个工作日`;
      await expect.poll(() => words.textContent()).toContain(sentence);
      await expect.poll(() => words.textContent()).toMatch(/400 元.*360 元/s);
      await page.getByRole('button', { name: /^同意/ }).click();
      await expect.poll(() => words.textContent()).toMatch(user === 'legal' ? /已并入正式目录/ : /已签/);
      await page.context().close();
    }
  });

  test('git shows the changed lines and no other', () => {
    const changed = git('diff', '--unified=0', 'main~1', 'main', '--', item)
      .split('\n')
      .filter((line) => /^[-+](?![-+])/.test(line))
      .map((line) => line.replace(/^([-+])\s+/, '$1'));
    expect(changed).toHaveLength(8);
    expect(changed.filter((line) => line.startsWith('+')).join()).toMatch(
      new RegExp(`${promised.next}.*36000.*432000.*${promised.next}`),
    );
    expect(git('diff', '--name-only', 'main~1', 'main').trim()).toBe(item);
  });

  test('the administrator publishes; the new values are public and the old version still stands', async () => {
    expect(await publicText(guide)).toBe(before.page);
    const page = await studio.person('administrator');
    await page.goto(`${studio.server.url}/publish`);
    await expect.poll(() => page.locator('main').textContent()).toContain('挖掘城市道路');
    expect(await axeViolations(page)).toEqual([]);
    page.on('dialog', (dialog) => void dialog.accept());
    await page.getByRole('button', { name: /^发布/ }).click();
    const confirm = page.getByRole('dialog').getByRole('button', { name: /发布|确认/ });
    if (await confirm.isVisible().catch(() => false)) await confirm.click();
    await expect.poll(() => publicText(guide), { timeout: 15_000 }).toContain('360 元');
    const now = await publicText(guide);
    expect(now).toContain(`${promised.next} 个工作日`);
    const old = await publicText(before.version.slice(studio.server.url.length + 1));
    expect(old).toContain('400 元');
    expect(old).not.toContain('360 元');
    await page.context().close();
  });

  test('no page reported an error', () => {
    expect(studio.faults).toEqual([]);
    expect(draftAddress).toMatch(/\/drafts\//);
  });
});
