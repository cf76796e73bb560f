import { readFile } from 'node:fs/promises';
import { ulid } from 'ulid';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { DraftView, Problem, PublishView, ReviewView, Saved } from '../../../api/index.ts';
import { openTestStudio, refusal, type Client, type TestStudio } from '../../../../tests/testStudio.ts';

const file = '511502/food-business-licence.yaml';
const form = 'forms/511502-food-business-licence-application.pdf';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let studio: TestStudio;
let [drafter, reviewer, legal, administrator]: Client[] = [];
let original: string;

beforeAll(async () => {
  original = await readFile(new URL(`../../../../items/${file}`, import.meta.url), 'utf8');
  studio = await openTestStudio();
  [drafter, reviewer, legal, administrator] = await Promise.all(
    (['drafter', 'reviewer', 'legal', 'administrator'] as const).map((user) => studio.signIn(user)),
  );
});
afterAll(() => studio.close());

const pdf = (words: string) => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]);
const naming = (path: string) =>
  `${original}  forms:\n    list:\n      - id: application\n        name: 食品经营许可申请书\n        file: ${path}\n`;

interface Write {
  tip: string;
  operation?: string;
  client?: Client | undefined;
}
const headersOf = ({ tip, operation = ulid() }: Write) => ({
  'if-match': `"${tip}"`,
  'x-operation-id': operation,
  'content-type': 'application/octet-stream',
});
const urlOf = (draft: DraftView, path: string) => `/api/drafts/${draft.id}/files/${path}`;
const upload = (draft: DraftView, path: string, payload: Buffer, write: Write = draft) =>
  (write.client ?? drafter!).ask<Saved & Problem>('PUT', urlOf(draft, path), {
    payload,
    headers: headersOf(write),
  });
const takeBack = (draft: DraftView, path: string, write: Write) =>
  drafter!.ask<Saved & Problem>('DELETE', urlOf(draft, path), { headers: headersOf(write) });
const read = async ({ id }: DraftView) => (await drafter!.ask<DraftView>('GET', `/api/drafts/${id}`)).body;
const review = async ({ id }: DraftView) =>
  (await reviewer!.ask<ReviewView>('GET', `/api/drafts/${id}/review`)).body;
/** Status, content type, disposition and bytes of an answer that is no JSON. */
const download = async (url: string, client = drafter!) => {
  const answer = await studio.app.inject({ url, headers: { cookie: client.cookie } });
  const { 'content-type': type, 'content-disposition': disposition } = answer.headers;
  return { status: answer.statusCode, type, disposition, bytes: answer.rawPayload };
};

test('a form is uploaded, named, reviewed, approved and published with its item, and replaced as openly', async () => {
  /** Uploads `content`, says `text` in the item, and brings the draft into the catalogue. Gives its last review. */
  async function approved(content: Buffer, text: string): Promise<ReviewView> {
    const draft = await studio.draft(drafter!, file);
    const { tip } = (await upload(draft, form, content)).body;
    await drafter!.write('PUT', urlOf(draft, file), tip, text);
    const reviewed = await review(draft);
    for (const [client, deed] of [
      [drafter, { kind: 'submit' }],
      [reviewer, { kind: 'approve', role: 'reviewer' }],
      [legal, { kind: 'approve', role: 'legal' }],
    ] as const) {
      const { tip: now } = await read(draft);
      const answer = await client!.write<Problem>('POST', `/api/drafts/${draft.id}/acts`, now, deed);
      expect(answer.body.message).toBeUndefined();
    }
    return reviewed;
  }
  const first = await approved(pdf('first'), naming(form));
  const added = first.files.find(({ path }) => path === form);
  expect(first.risk).toBe('legal');
  expect(added).toMatchObject({
    changes: [{ kind: 'added', words: { zh: '新增附件' } }],
    textDiff: '',
    attachment: {
      after: pdf('first').length,
      usedBy: [
        {
          file,
          path: ['overlay', 'forms', 'list', 0, 'file'],
          name: '食品经营许可',
          divisionName: '翠屏区',
        },
      ],
    },
  });
  await administrator!.ask('POST', '/api/publish');
  const page = await download('/site/511502/food-business-licence.html');
  expect(page.bytes.toString()).toContain(`../${form}`);
  expect(await download(`/site/${form}`)).toMatchObject({ type: 'application/pdf', bytes: pdf('first') });

  // The same name with other bytes: nothing on the page differs, yet a reader gets another form.
  const second = await approved(pdf('second, longer'), naming(form));
  expect(second.files).toMatchObject([
    {
      path: form,
      changes: [{ kind: 'changed' }],
      attachment: { before: pdf('first').length, after: pdf('second, longer').length },
    },
  ]);
  const guide = { id: 'food-business-licence', division: '511502' };
  expect(second.touched).toMatchObject([guide]);
  const { body: waiting } = await administrator!.ask<PublishView>('GET', '/api/publish');
  expect(waiting.pending).toMatchObject([guide]);
  await administrator!.ask('POST', '/api/publish');
  expect((await download(`/site/${form}`)).bytes).toEqual(pdf('second, longer'));

  const { body: rows } = await drafter!.ask<DraftView[]>('GET', '/api/drafts');
  const last = rows[0]!;
  expect((await download(`${urlOf(last, form)}?began`)).bytes).toEqual(pdf('first'));
  expect((await download(urlOf(last, form))).bytes).toEqual(pdf('second, longer'));
});

describe('in a draft', () => {
  test('an attachment stands apart from its texts, and is read back as it was sent', async () => {
    const draft = await studio.draft(drafter!, file);
    const path = 'forms/plan.png';
    await upload(draft, path, png);
    const now = await read(draft);
    expect(now.files).toContain(path);
    expect(now.contents.map((one) => one.path)).toEqual([file]);
    expect(now.attachments.filter(({ change }) => change !== 'none')).toEqual([
      { path, bytes: png.length, change: 'added' },
    ]);
    expect(await download(urlOf(draft, path))).toEqual({
      status: 200,
      type: 'image/png',
      disposition: 'inline; filename="plan.png"',
      bytes: png,
    });
  });

  test('what is no picture is saved, not shown on this origin', async () => {
    const draft = await studio.draft(drafter!, file);
    await upload(draft, 'forms/a.pdf', pdf('a'));
    expect((await download(urlOf(draft, 'forms/a.pdf'))).disposition).toBe('attachment; filename="a.pdf"');
  });

  test('an upload whose answer was lost is sent again and happens once', async () => {
    const draft = await studio.draft(drafter!, file);
    const write = { tip: draft.tip, operation: ulid() };
    const [first, again] = [
      await upload(draft, 'forms/a.pdf', pdf('a'), write),
      await upload(draft, 'forms/a.pdf', pdf('a'), write),
    ];
    expect(again).toMatchObject({ status: 200, body: { tip: first.body.tip } });
    expect((await read(draft)).acts).toHaveLength(2);
    expect(refusal(await upload(draft, 'forms/a.pdf', pdf('b'), write))).toEqual([422, 'refused']);
  });

  test('of two people who replace the same form the second is told, and nothing is lost', async () => {
    const draft = await studio.draft(drafter!, file);
    const first = await upload(draft, 'forms/a.pdf', pdf('mine'));
    const late = await upload(draft, 'forms/a.pdf', pdf('theirs'));
    expect(refusal(late)).toEqual([409, 'stale']);
    expect(late.body).toMatchObject({ head: first.body.tip, text: '' });
    expect((await download(urlOf(draft, 'forms/a.pdf'))).bytes).toEqual(pdf('mine'));
    // Another form of the same draft is no reason to wait for each other.
    expect((await upload(draft, 'forms/b.pdf', pdf('b'))).status).toBe(200);
  });

  test('an upload is taken back as if it had not been, and so is any change of a file', async () => {
    const draft = await studio.draft(drafter!, file);
    let { tip } = (await upload(draft, 'forms/a.pdf', pdf('a'))).body;
    ({ tip } = (await drafter!.write<Saved>('PUT', urlOf(draft, file), tip, `${original}# x\n`)).body);
    const write = { tip, operation: ulid() };
    const back = await takeBack(draft, 'forms/a.pdf', write);
    expect(await takeBack(draft, 'forms/a.pdf', write)).toMatchObject({ body: { tip: back.body.tip } });
    await takeBack(draft, file, { tip: back.body.tip });
    const now = await read(draft);
    expect(now.contents[0]!.text).toBe(now.contents[0]!.baseText);
    expect(now.files).toEqual([file]);
    expect((await download(urlOf(draft, 'forms/a.pdf'))).status).toBe(404);
    expect((await review(draft)).files).toEqual([]);
  });
});

describe('not taken', () => {
  test.each<[string, string, Buffer, string]>([
    ['a page called a PDF', 'forms/a.pdf', Buffer.from('<script>'), '内容却不是'],
    ['a page', 'forms/a.html', Buffer.from('<script>'), '类型不收'],
    ['a PDF called a picture', 'forms/a.png', pdf('a'), '内容却不是'],
    ['nothing', 'forms/a.pdf', Buffer.alloc(0), '空的'],
    ['more than 10 MiB', 'forms/a.pdf', Buffer.concat([pdf('a'), Buffer.alloc(10 * 1024 * 1024)]), '10 MiB'],
    ['a folder of its own', 'forms/a/b.pdf', pdf('a'), '没有“forms/a/b.pdf”'],
  ])('%s', async (_name, path, content, words) => {
    const draft = await studio.draft(drafter!, file);
    const answer = await upload(draft, path, content);
    expect(answer.status).toBe(422);
    expect(answer.body.message).toContain(words);
    expect((await read(draft)).tip).toBe(draft.tip);
  });

  test('what is far too much, unread', async () => {
    const draft = await studio.draft(drafter!, file);
    expect(refusal(await upload(draft, 'forms/a.pdf', Buffer.alloc(11 * 1024 * 1024)))).toEqual([
      413,
      'refused',
    ]);
  });

  test('from who may not edit the draft, or is not signed in', async () => {
    const draft = await studio.draft(drafter!, file);
    const answer = await upload(draft, 'forms/a.pdf', pdf('a'), { tip: draft.tip, client: reviewer });
    expect(refusal(answer)).toEqual([403, 'forbidden']);
    const url = urlOf(draft, 'forms/a.pdf');
    const bare = await studio.app.inject({
      method: 'PUT',
      url,
      payload: pdf('a'),
      headers: headersOf(draft),
    });
    expect(bare.statusCode).toBe(401);
    expect((await studio.app.inject({ url })).statusCode).toBe(401);
  });

  test('a form that an item names and nobody uploaded keeps the draft from being submitted', async () => {
    const draft = await studio.draft(drafter!, file);
    const { tip } = (
      await drafter!.write<Saved>('PUT', urlOf(draft, file), draft.tip, naming('forms/none.pdf'))
    ).body;
    const answer = await drafter!.write<Problem>('POST', `/api/drafts/${draft.id}/acts`, tip, {
      kind: 'submit',
    });
    expect(refusal(answer)).toEqual([422, 'blocked']);
    expect(answer.body.diagnostics).toMatchObject([{ code: 'catalogue/unknown-file', file }]);
  });
});
