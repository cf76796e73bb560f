import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStudio, type TestStudio } from '../../../../tests/testStudio.ts';
import type { ExtensionTrial, MigratedFile, RuleTrial } from '../../../api/index.ts';

let studio: TestStudio;
let text: string;
beforeAll(async () => {
  studio = await openTestStudio();
  text = await readFile('items/rules/form-material-names-form.yaml', 'utf8');
  extension = await readFile('items/extension/item.yaml', 'utf8');
});
afterAll(() => studio.close());

async function tried(rule: string): Promise<RuleTrial> {
  const client = await studio.signIn('drafter');
  const { status, body } = await client.ask<RuleTrial>('POST', '/api/rules/try', { payload: { text: rule } });
  expect(status).toBe(200);
  return body;
}

test('a rule finds in what is approved what it would find there', async () => {
  const strict = text
    .replace('where: {field: kind, equals: form}\n', '')
    .replace('present: true', 'present: false');
  const { count, files, findings, seen, of } = await tried(strict);
  expect(count).toBeGreaterThan(0);
  expect(files).toBe(new Set(findings.map(({ file }) => file)).size);
  expect(findings[0]).toMatchObject({ code: 'form-material-names-form', severity: 'warning' });
  expect(findings[0]!.message).toMatch(/^材料“[^{]+”是表格/);
  expect(seen).toBe(of);
});

test.each([
  ['one that cannot be run yet', (whole: string) => whole.replace('field: kind', 'field: kinds')],
  ['one that cannot be read', () => 'must: {'],
])('%s finds nothing', async (_, broken) => {
  expect(await tried(broken(text))).toMatchObject({ count: 0, seen: 0 });
});

let extension: string;
/** The sample's own fields and one more. */
const fieldText = (required: boolean) =>
  extension.replace(
    'fields:\n',
    `fields:\n  - {id: a, title: {zh: 甲, en: a}, at: service, key: x-a, type: boolean, required: ${required}}\n`,
  );

test('a field that must be filled in says which items lack it, and nothing is kept of it', async () => {
  const client = await studio.signIn('drafter');
  const impact = async (payload: string) =>
    (await client.ask<ExtensionTrial>('POST', '/api/extension/try', { payload: { text: payload } })).body;
  const must = await impact(fieldText(true));
  expect(must.count).toBeGreaterThan(0);
  expect(must.findings[0]).toMatchObject({ code: 'schema/required', path: ['service', 'x-a'] });
  expect((await impact(fieldText(false))).count).toBe(0);
  const reviewer = await studio.signIn('reviewer');
  const answer = await reviewer.ask('POST', '/api/extension/try', { payload: { text: fieldText(true) } });
  expect(answer.status).toBe(403);
});

test('the items that there are come along with the fields of a draft, each as its whole text', async () => {
  const client = await studio.signIn('drafter');
  const draft = await studio.draft(client, 'extension/item.yaml');
  const url = `/api/drafts/${draft.id}`;
  const text = fieldText(true).replace('required', 'default: false, required');
  await client.write('PUT', `${url}/files/extension/item.yaml`, draft.tip, text);
  const { body } = await client.ask<MigratedFile[]>('GET', `${url}/migration`);
  const one = body.find(({ file }) => file === '000000/food-business-licence.yaml')!;
  expect(one).toMatchObject({ name: '食品经营许可', does: [{ field: 'a', what: 'filled', count: 1 }] });
  const before = await readFile('items/000000/food-business-licence.yaml', 'utf8');
  expect(one.text.replace(/^ {2}x-a: false\n/m, '')).toBe(before);
});

test('nobody tries rules without signing in', async () => {
  const answer = await studio.app.inject({ method: 'POST', url: '/api/rules/try', payload: { text } });
  expect(answer.statusCode).toBe(401);
});
