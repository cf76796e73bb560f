// npm run screenshots: makes every picture in docs/images from the built product, at desk and phone width;
// `npm run screenshots -- guides` those of the public's pages alone.
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { desk, launchBrowser, phone, screenshot } from '../tests/e2e/browser.ts';
import { importing } from '../tests/e2e/importing.ts';
import { permitTable } from '../tests/e2e/permitTable.ts';
import { draftOf, openReview } from '../tests/e2e/reviewing.ts';
import { serveFolder } from '../tests/e2e/serveFolder.ts';
import { begin, edits, signIn, type Studio } from '../tests/e2e/studio.ts';
import { guidePictures, writtenGuides } from './guidePictures.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const images = join(root, 'docs/images');
const isGuidesOnly = process.argv[2] === 'guides';

/** Starts the binary on the sample catalogue and reads from its output where it is and who may sign in. */
async function start(dataDir: string): Promise<Studio & { stop(): void }> {
  const process = spawn(
    'node',
    ['dist/node/guicheng.js', 'studio', 'items', '--port', '0', '--data', dataDir],
    {
      cwd: root,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const newAccounts: Studio['newAccounts'] = [];
  for await (const line of createInterface({ input: process.stdout })) {
    const account = /^ {2}(\w+)\s+(\S+)\s/.exec(line);
    if (account) newAccounts.push({ user: account[1]!, password: account[2]! });
    const url = /studio\s+(http:\S+)/.exec(line)?.[1];
    if (url !== undefined) return { url, newAccounts, stop: () => process.kill() };
  }
  throw new Error('The studio did not start: run `npm run build` first');
}

/** The layers of one district with other hours, for a draft of many files. */
async function newHours(): Promise<Map<string, string>> {
  const district = '511502';
  const names = (await readdir(join(root, 'items', district))).filter((name) => name !== 'adopt.yaml');
  const texts = await Promise.all(
    names.map(async (name): Promise<[string, string]> => {
      const text = await readFile(join(root, 'items', district, name), 'utf8');
      return [`${district}/${name}`, text.replace('13:30–17:30', '13:00–17:00')];
    }),
  );
  return new Map(texts.filter(([, text]) => text.includes('13:00–17:00')));
}

await mkdir(images, { recursive: true });
const dataDir = await mkdtemp(join(tmpdir(), 'guicheng-pictures-'));
const studio = await start(dataDir);
const browser = await launchBrowser();
const written = await writtenGuides(root, dataDir);
const served = await serveFolder(written.site);
try {
  const sizes = [
    { width: 1440, options: desk },
    { width: 390, options: phone },
  ];
  for (const { width, options } of sizes) {
    /** `isStill`: whether the page comes to rest; one with a frame that is made anew never counts as such. */
    const picture = async (page: Page, name: string, isStill = true) => {
      if (isStill) await page.waitForLoadState('networkidle');
      await screenshot(page, join(images, `${name}-${width}.png`));
      console.log(`docs/images/${name}-${width}.png`);
    };
    await guidePictures({ browser, options, site: served.base, handbook: written.handbook, picture });
    if (isGuidesOnly) continue;
    const person = async (user: string) => {
      const page = await (await browser.newContext(options)).newPage();
      await signIn(page, studio, user);
      await page.getByRole('button', { name: '不用了' }).click();
      return page;
    };

    const guest = await (await browser.newContext(options)).newPage();
    await guest.goto(`${studio.url}/signin`);
    await picture(guest, 'sign-in');

    const drafter = await person('drafter');
    await picture(drafter, 'catalogue');
    await drafter.keyboard.press('Control+k');
    await drafter.getByRole('combobox', { name: '找事项、草稿或命令' }).fill('食品');
    await drafter.locator('dialog [role=option]').first().waitFor();
    await picture(drafter, 'search');
    await drafter.keyboard.press('Escape');
    await drafter.emulateMedia({ colorScheme: 'dark' });
    await picture(drafter, 'catalogue-dark');
    await drafter.emulateMedia({ colorScheme: 'light' });
    await drafter.goto(`${studio.url}/import`);
    const { choose, next, column } = importing(drafter);
    await choose({ name: '事项表.xlsx', mimeType: '', buffer: await permitTable() });
    await next();
    await drafter.getByLabel('属于哪个行政区划').selectOption({ label: '翠屏区' });
    await column('编码').scrollIntoViewIfNeeded();
    await picture(drafter, 'import');
    // Each size has a draft of its own, on another item.
    const file =
      width === 1440 ? '000000/construction-planning-permit.yaml' : '000000/labour-dispatch-licence.yaml';
    const id = await begin(drafter, file);
    const { chooseSection, field, saved } = edits(drafter);
    await chooseSection('办理时限');
    const limit = field('/limits/promised/value');
    const promised = Number(await limit.inputValue());
    await limit.fill('30');
    await drafter.locator('.note.error').first().waitFor();
    await limit.evaluate((field) => field.scrollIntoView({ block: 'center' }));
    await picture(drafter, 'editor');
    await limit.fill(String(promised - 1));
    await drafter.locator('.findings .tag.error').waitFor({ state: 'detached' });
    await saved();
    await drafter.getByRole('button', { name: '提交审核' }).click();
    await drafter.waitForURL(/\/review$/);

    await begin(drafter, '000000/urban-road-excavation-permit.yaml');
    // Beside the form alone there is room for the drawing; on a phone one lens takes the place of another.
    if (width === 1440)
      for (const lens of ['源码', '预览'])
        await drafter.getByRole('button', { name: lens, exact: true }).first().click();
    await drafter.getByRole('button', { name: '流程', exact: true }).first().click();
    await drafter.getByText('关键路径').first().waitFor();
    await picture(drafter, 'steps');
    await begin(drafter, 'translations/en/food-business-licence.yaml');
    await drafter.locator('.translation .text').first().waitFor();
    if (width === 1440) {
      await drafter.getByRole('button', { name: '预览', exact: true }).first().click();
      await drafter.frameLocator('.preview iframe').locator('h1').waitFor();
    }
    await picture(drafter, 'translation', false);
    await drafter.goto(`${studio.url}/designer`);
    await drafter.getByRole('heading', { name: '规则与字段' }).waitFor();
    await picture(drafter, 'designer');
    for (const [name, designed] of [
      ['rule', 'rules/form-material-names-form.yaml'],
      ['fields', 'extension/item.yaml'],
    ] as const) {
      await begin(drafter, designed);
      await drafter.locator('.designer').waitFor();
      await picture(drafter, name);
    }
    await begin(drafter, 'catalogue.yaml');
    for (const [name, part] of [
      ['codes', '代码表'],
      ['theme', '网站外观'],
    ] as const) {
      await drafter.getByRole('button', { name: part, exact: true }).click();
      await drafter.getByRole('heading', { level: 1 }).waitFor();
      if (name === 'theme') await drafter.frameLocator('.preview iframe').locator('.bar .home').waitFor();
      await picture(drafter, name, name !== 'theme');
    }

    const many = await draftOf(drafter, await newHours(), '窗口办公时间调整');
    await openReview(drafter, many);
    await drafter.getByRole('button', { name: '提交审核' }).click();
    await drafter.locator('.done').waitFor();

    const reviewer = await person('reviewer');
    await reviewer.goto(`${studio.url}/drafts`);
    await picture(reviewer, 'inbox');
    await reviewer.goto(`${studio.url}/drafts/${id}/review`);
    await reviewer.getByText('承诺时限').first().waitFor();
    await picture(reviewer, 'review');
    await openReview(reviewer, many);
    for (const nth of [0, 1]) await reviewer.getByRole('button', { name: '看过了' }).nth(nth).click();
    await reviewer
      .getByRole('link', { name: /没看过/ })
      .nth(1)
      .click();
    await reviewer.mouse.move(0, 0);
    await picture(reviewer, 'outline');
    for (const user of ['reviewer', 'legal']) {
      const signer = await person(user);
      await signer.goto(`${studio.url}/drafts/${id}/review`);
      await signer.getByRole('button', { name: /^同意/ }).click();
      await signer
        .getByText(user === 'legal' ? '已并入正式目录' : '已签')
        .first()
        .waitFor();
    }
    const administrator = await person('administrator');
    await administrator.goto(`${studio.url}/publish`);
    await administrator.getByText('指南').first().waitFor();
    await picture(administrator, 'publish');
    for (const [name, path] of [
      ['opinions', `/drafts/${id}/opinions`],
      ['history', `/history?file=${file}`],
      ['report', '/report'],
      ['account', '/account'],
    ] as const) {
      await administrator.goto(studio.url + path);
      await administrator.getByRole('heading', { level: 1 }).waitFor();
      await picture(administrator, name);
    }
  }
} finally {
  await browser.close();
  studio.stop();
  served.stop();
  await rm(dataDir, { recursive: true, force: true });
}
