// A file through time: who answers for each version, the text of any, the guide of any day.
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { HistoryView } from '../../../api/index.ts';
import { dayOf } from '../../../model/dayOf.ts';
import { mergedChange } from '../../../../tests/mergedChange.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

// Each draft is checked with the whole catalogue, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const item = 'public-place-hygiene-licence';
const file = `000000/${item}.yaml`;
let studio: TestStudio;
let client: Client;
let imported: { main: string; text: string };
let merged: string;

beforeAll(async () => {
  studio = await openTestStudio();
  client = await studio.signIn('drafter');
  const main = await studio.store.main();
  const text = Buffer.from((await studio.store.readCatalogue(main)).get(file)!).toString();
  imported = { main, text };
  const content = text.replace('不收费；检测费', '不收取任何费用；检测费');
  merged = await mergedChange(studio.store, { path: file, content, title: '收费的话说清楚' });
});
afterAll(() => studio.close());

const read = async (path = file) =>
  (await client.ask<HistoryView>('GET', `/api/history?file=${encodeURIComponent(path)}`)).body;

test('tells each version with its writer, its signatures and what it changed, newest first', async () => {
  const { versions, name, divisions, unproven, item: id } = await read();
  expect(versions.map(({ commit }) => commit)).toEqual([merged, imported.main]);
  const [latest, first] = versions;
  expect(latest).toMatchObject({ title: '收费的话说清楚', writer: { subject: 'local:drafter' } });
  expect(latest!.signatures.map(({ role }) => role)).toEqual(['reviewer', 'legal']);
  expect(latest!.changes.map(({ words }) => words.zh)).toEqual([expect.stringContaining('“不收费；检测费')]);
  expect(first).toMatchObject({ changes: [], signatures: [], writer: { name: '导入' } });
  expect([id, unproven]).toEqual([item, 0]);
  expect(name).not.toBe(file);
  expect(divisions.length).toBeGreaterThan(1);
});

test('gives the text of each version, byte for byte, and of nothing else', async () => {
  const text = (commit: string, path = file) =>
    client.ask<{ text: string }>('GET', `/api/history/text?file=${path}&commit=${commit}`);
  expect((await text(imported.main)).body.text).toBe(imported.text);
  expect((await text(merged)).body.text).toContain('不收取任何费用');
  const [draft] = await studio.store.listDrafts();
  expect(refusal(await text(draft!.tip))).toEqual([404, 'not-found']);
  expect(refusal(await text(merged, '000000/nobody.yaml'))).toEqual([404, 'not-found']);
});

test('shows the guide of a day, and none of a day before there was any', async () => {
  const page = async (date: string) =>
    (
      await client.ask<{ page?: string; at?: string }>(
        'GET',
        `/api/history/page?division=511500&item=${item}&date=${date}`,
      )
    ).body;
  expect((await page(dayOf(new Date(Date.now() + 86_400_000)))).page).toContain('不收取任何费用');
  expect(await page('1999-12-31')).toEqual({});
});

test('a layer goes with the guide of its own division, another file with none', async () => {
  expect((await read(`511500/${item}.yaml`)).divisions.map(({ id }) => id)).toEqual(['511500']);
  expect(await read('catalogue.yaml')).toMatchObject({ divisions: [], name: 'catalogue.yaml' });
});

test('is for who is signed in, and for paths of a catalogue', async () => {
  const out = await studio.app.inject({ url: `/api/history?file=${file}` });
  expect(out.statusCode).toBe(401);
  const strange = await client.ask('GET', '/api/history?file=..%2Faccounts.json');
  expect(refusal(strange)).toEqual([422, 'refused']);
});
