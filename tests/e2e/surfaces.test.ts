// Whatever opens in the studio has no axe violation, by day and by night, in either language; and whatever is written
// that opens stands in the list.
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addAccount } from '../../src/node/server/people/manageAccounts.ts';
import { smallSample } from '../smallSample.ts';
import { axeViolations } from './browser.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { permitTable } from './permitTable.ts';
import { ask, draftOf } from './reviewing.ts';
import { district, openFile, submittedFile, surfaces, type Opener, type Surface } from './surfaces.ts';

let studio: OpenStudio;
let people: Record<Opener, Page>;
let list: Surface[];

beforeAll(async () => {
  const files = await smallSample(
    ['food-business-licence', 'hotel-special-trade-licence', 'labour-dispatch-licence'],
    { allLaws: true },
  );
  const text = (path: string) => Buffer.from(files.get(path)!).toString();
  const governance = text('governance/approvals.yaml').replace(
    'publishers:',
    'override: [administrator]\npublishers:',
  );
  files.set('governance/approvals.yaml', Buffer.from(governance));
  // One with something to find.
  files.set(submittedFile, Buffer.from(text(submittedFile).replace('advice: 0831-', 'advice: 0791-')));
  studio = await openStudio(files);
  studio.server.newAccounts.push({
    user: 'clerk',
    roles: ['drafter'],
    password: await addAccount(`${studio.dataDir}/accounts.json`, {
      user: 'clerk',
      name: '区起草人',
      roles: ['drafter'],
      where: [{ division: district, below: true }],
    }),
  });
  const users: Opener[] = ['drafter', 'reviewer', 'administrator', 'clerk'];
  const pages = await Promise.all(users.map((user) => studio.person(user)));
  people = Object.fromEntries(users.map((user, at) => [user, pages[at]!])) as typeof people;
  const { drafter } = people;
  const begun = (file: string, change: (text: string) => string = (same) => same) =>
    draftOf(drafter, new Map([[file, change(text(file))]]));
  const drafts = {
    open: await begun(openFile),
    submitted: await begun(submittedFile, (was) => was.replace(/advice: (\d+)-\d+/, 'advice: $1-0012345')),
    rule: await begun('rules/form-material-names-form.yaml'),
    fields: await begun('extension/item.yaml'),
  };
  const { tip } = await ask<{ tip: string }>(drafter, 'GET', `/api/drafts/${drafts.submitted}`);
  await ask(drafter, 'POST', `/api/drafts/${drafts.submitted}/acts`, { body: { kind: 'submit' }, tip });
  const table = { name: '事项表.xlsx', mimeType: '', buffer: await permitTable() };
  list = surfaces(drafts, table);
});

afterAll(async () => {
  expect(studio.faults).toEqual([]);
  await studio.close();
});

type Look = readonly ['light' | 'dark', 'zh' | 'en'];
const looks: readonly Look[] = [
  ['light', 'zh'],
  ['dark', 'en'],
  ['light', 'en'],
  ['dark', 'zh'],
];
/** `npm run axe` looks at each in all four; else they take turns. */
const looksAt = (nth: number): readonly Look[] =>
  process.env['npm_lifecycle_event'] === 'axe' ? looks : [looks[nth % looks.length]!];

/** As if it were chosen in another tab: what is open stays open. */
async function look(page: Page, [colorScheme, language]: Look): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.evaluate(
    `dispatchEvent(new StorageEvent('storage', { key: 'guicheng.language', newValue: '${language}' }))`,
  );
  await expect
    .poll(() => page.evaluate('document.documentElement.lang + document.documentElement.dataset.theme'))
    .toBe(`${language === 'zh' ? 'zh-CN' : 'en'}${colorScheme}`);
}

const over = 'dialog[open], [popover]:popover-open, .tour[role=dialog]';

/** Leaves what lies over the page, a list that is open in it first. */
async function leave(page: Page): Promise<void> {
  const left = page.locator(over);
  await expect
    .poll(async () => {
      if ((await left.count()) > 0) await page.keyboard.press('Escape');
      return left.count();
    })
    .toBe(0);
}

test('whatever opens is sound', async () => {
  const wrong: string[] = [];
  const at = new Map<Page, string>();
  for (const [nth, surface] of list.entries()) {
    const page = people[surface.by];
    if (at.get(page) !== surface.path) await page.goto(studio.server.url + surface.path);
    at.set(page, surface.path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await surface.open(page);
    for (const one of looksAt(nth)) {
      await look(page, one);
      for (const line of await axeViolations(page, [], surface.inPage ? 'html' : over))
        wrong.push(`${surface.of}, ${surface.name}, ${one.join(' ')}: ${line}`);
    }
    await look(page, looks[0]!);
    await surface.after?.(page);
    await leave(page);
  }
  expect(wrong).toEqual([]);
}, 300_000);

test('whatever is written that opens stands in the list', async () => {
  const studioDir = fileURLToPath(new URL('../../studio', import.meta.url));
  const names = (await readdir(studioDir, { recursive: true })).filter((name) => name.endsWith('.vue'));
  const opening =
    /<(ModalDialog|PlanDialog|ReasonDialog|PopOver|dialog)\b|\spopover\b(?!target)|role="dialog"/g;
  const missing: string[] = [];
  for (const name of names) {
    const text = await readFile(join(studioDir, name), 'utf8');
    const [, template = ''] = /^<template>([^]*)^<\/template>/m.exec(text) ?? [];
    const opens = [...template.matchAll(opening)].length;
    const listed = list.filter(({ of }) => of === basename(name, '.vue')).length;
    // What others open by them is listed there.
    if (dirname(name) !== 'components' && opens > listed) missing.push(`${name}: ${opens}, listed ${listed}`);
  }
  expect(names.length).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});
