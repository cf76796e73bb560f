// The import page as a drafter uses it: columns of a spreadsheet are pointed at, drafts made, mended and submitted,
// and nobody sees a line of YAML.
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DraftRow } from '../../src/api/index.ts';
import { dataFiles, hasData } from '../import/importing.ts';
import { wordDocument } from '../import/officeFiles.ts';
import { smallSample } from '../smallSample.ts';
import { axeViolations, desk, phone } from './browser.ts';
import { importing, type Upload } from './importing.ts';
import { permitNames, permitTable } from './permitTable.ts';
import { openStudio, type OpenStudio } from './openStudio.ts';
import { edits } from './studio.ts';

let studio: OpenStudio;

beforeAll(async () => {
  studio = await openStudio(await smallSample(['labour-dispatch-licence']));
});

afterAll(() => studio.close());

/** The import page as `user` sees it. */
async function importPage(device: BrowserContextOptions = desk, user = 'drafter'): Promise<Page> {
  const page = await studio.person(user, device);
  await page.goto(`${studio.server.url}/import`);
  return page;
}

const upload = (name: string, content: string | Uint8Array): Upload => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(content),
});

async function expectSound(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  expect(await axeViolations(page), name).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth'), name).toBeLessThanOrEqual(
    page.viewportSize()!.width,
  );
}

async function draftsOf(page: Page): Promise<DraftRow[]> {
  return page.evaluate(async () => (await (await fetch('/api/drafts')).json()) as DraftRow[]);
}

describe('a spreadsheet with merged headings', () => {
  let page: Page;
  /** Every address the page asked for: what a file says may not be in any of them but the drafts made of it. */
  const uploads: string[] = [];

  test('is imported by pointing at its columns', async () => {
    page = await importPage();
    page.on('request', (request) => {
      if (request.method() !== 'GET') uploads.push(`${request.method()} ${new URL(request.url()).pathname}`);
    });
    const { choose, next, point, open, pick, done, dialog, column } = importing(page);
    await choose(upload('事项表.xlsx', await permitTable()));
    await next();

    // What has the name of a field is suggested, and said to be no more than that.
    await expect.poll(() => column('事项名称').textContent()).toContain('建议');
    expect(await column('时限/法定').textContent()).toContain('法定时限');
    await page.getByLabel('属于哪个行政区划').selectOption({ label: '翠屏区' });
    await page.getByLabel('标识取自').selectOption('编码');
    await page.getByLabel('标识的开头').fill('demo-');

    await point('编码', '基本编码');
    await open('主管单位');
    await pick('受理机关 表述');
    await pick('决定机关 表述');
    await done();
    await point('具备什么条件', '准予条件 条件');
    await point('材料/名称', '材料名称');
    for (const [name, field] of [
      ['类型', '材料类型'],
      ['形式', '材料形式'],
      ['必要性', '材料 必要性'],
      ['来源', '来源渠道'],
    ] as const)
      await point(`材料/${name}`, field);
    await open('怎样办');
    for (const field of ['环节名称', '环节类型']) {
      await pick(field);
      const rule = dialog.getByRole('group', { name: `环节 › ${field}` });
      const numbering = rule.getByLabel('按编号拆开');
      if ((await numbering.count()) > 0) await numbering.uncheck();
      await rule.getByLabel('破折号').check();
    }
    // The first rows show at once what comes of it.
    await expect
      .poll(() => dialog.getByRole('listitem').filter({ hasText: '环节类型' }).count())
      .toBeGreaterThan(3);
    expect(await axeViolations(page)).toEqual([]);
    await done();
    await point('收不收费', '收费 无');
    await point('发什么', '结果名称');
    await point('限不限数量', '数量限制 无');
    await point('专门表格', '申请表格 无');
    await point('效力', '法律效力 效力');
    await point('年检', '年检年报 无');
    await point('怎样监管', '监管措施 措施');
    await expectSound(page, 'columns');

    await next();
    await page.getByRole('heading', { name: '预览' }).waitFor();
    await page.getByText('草稿都检查过了').waitFor();
    for (const name of permitNames) await page.getByText(name, { exact: true }).first().waitFor();
    await page.getByText('511502/demo-000189001000.yaml').waitFor();
    // Each draft says what the check finds, and of each value where it goes or why not.
    expect(await page.getByRole('button', { name: /^\d+ 错误/ }).count()).toBe(3);
    await page.getByRole('button', { name: /个值.*样例公园占用许可/ }).click();
    const lost = dialog.getByRole('listitem').filter({ hasText: '十天左右' }).first();
    expect(await lost.textContent()).toContain('没有读懂');
    expect(await lost.textContent()).toContain('S4');
    await expectSound(page, 'preview');
    await dialog.getByRole('button', { name: '关闭' }).click();

    await page.getByRole('button', { name: '做成 3 个草稿' }).click();
    await page.getByText('已做好 3 / 3 个草稿').waitFor();
    await expectSound(page, 'drafts');
    const made = await draftsOf(page);
    expect(made.map(({ title }) => title).sort()).toEqual([...permitNames].sort());
    // The file stayed in the browser: only drafts went to the server.
    expect(
      uploads.filter(
        (one) => !/^(POST \/api\/drafts|PUT \/api\/drafts\/\w+\/files\/511502\/demo-\d{12}\.yaml)$/.test(one),
      ),
    ).toEqual([]);
  });

  test('has a report of every value to download, and a profile to keep', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '下载 import-report.json' }).click(),
    ]);
    const report = JSON.parse(await readFile(await download.path(), 'utf8')) as {
      values: { at: string; value: string; outcome: unknown[] }[];
      drafts: { findings: number }[];
    };
    // Three rows of 28 values, each with what became of it.
    expect(report.values.filter(({ at }) => /^[A-Z]+[456]$/.test(at))).toHaveLength(3 * 28);
    expect(report.values.every(({ outcome }) => outcome.length > 0)).toBe(true);
    expect(report.drafts.map(({ findings }) => findings > 0)).toEqual([true, true, true]);

    await page.getByRole('button', { name: '把方案存成草稿' }).click();
    await page.getByRole('link', { name: '打开方案的草稿' }).waitFor();
    const profile = (await draftsOf(page)).find(({ files }) => files.includes('profiles/table-1.yaml'));
    expect(profile?.title).toBe('事项表');
  });

  test('makes nothing twice when a person comes back and goes on', async () => {
    const before = (await draftsOf(page)).length;
    await page.getByRole('button', { name: '上一步' }).click();
    await page.getByRole('button', { name: '做成 3 个草稿' }).click();
    await page.getByText('已做好 3 / 3 个草稿').waitFor();
    expect((await draftsOf(page)).length).toBe(before);
  });

  test('gives drafts that are mended in the form and submitted', async () => {
    type Mend = { name: string; section: string; mend: (form: ReturnType<typeof edits>) => Promise<unknown> };
    const [limit, result, tooLong] = permitNames;
    const mends: Mend[] = [
      {
        name: limit!,
        section: '办理时限',
        mend: async ({ field }) => {
          await field('/limits/promised/value').fill('10');
          await field('/limits/promised/unit').selectOption({ label: '个工作日' });
        },
      },
      {
        name: result!,
        section: '审批结果',
        mend: ({ field }) => field('/result/kind').selectOption({ label: '证照' }),
      },
      {
        name: tooLong!,
        section: '办理时限',
        mend: ({ field }) => field('/limits/promised/value').fill('20'),
      },
    ];
    const links = mends.map(({ name }) => page.getByRole('link', { name, exact: true }).getAttribute('href'));
    for (const [at, address] of (await Promise.all(links)).entries()) {
      const { name, section, mend } = mends[at]!;
      await page.goto(new URL(address!, studio.server.url).href);
      const form = edits(page);
      await expect.poll(() => form.findings().textContent()).toContain('1 个错误');
      await form.chooseSection(section);
      await mend(form);
      await expect.poll(() => form.findings().textContent()).not.toContain('错误');
      await page.getByRole('button', { name: '提交审核' }).click();
      await page.waitForURL(/\/review$/);
      await page.getByRole('heading', { level: 1 }).filter({ hasText: name }).waitFor();
    }
    const mended = (await draftsOf(page)).filter(({ title }) => permitNames.some((one) => one === title));
    expect(mended.map(({ state }) => state.kind)).toEqual(['submitted', 'submitted', 'submitted']);
    expect(studio.faults).toEqual([]);
    await page.context().close();
  });
});

describe('what cannot be imported', () => {
  test('is told with what to do about it', async () => {
    const page = await importPage();
    const { choose, next, point, column } = importing(page);
    await next();
    await page.getByText('请先选择至少一个能读的文件').waitFor();
    await choose(
      upload('坏了.xlsx', 'not a workbook'),
      upload('空.csv', ''),
      upload('照片.jpg', 'x'),
      upload('太大.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a')),
      upload('表.csv', '名称一,名称二,编码\n取水,取水许可,1\n,,2\n'),
    );
    const said = (name: string) => page.getByRole('listitem').filter({ hasText: name }).first().textContent();
    expect(await said('坏了.xlsx')).toContain('另存为 .xlsx');
    expect(await said('空.csv')).toContain('没有内容');
    expect(await said('照片.jpg')).toContain('可以导入');
    expect(await said('太大.csv')).toContain('超过 10 MiB');
    await expectSound(page, 'unreadable files');

    await next();
    await point('名称一', '事项名称');
    await point('名称二', '事项名称');
    await next();
    const alert = page.getByRole('alert');
    expect(await alert.textContent()).toContain('“名称一”和“名称二”写到同一个字段');
    expect(await alert.textContent()).toContain('没有说明属于哪个行政区划');
    await column('名称二').click();
    await page.getByRole('dialog').getByRole('button', { name: '去掉' }).click();
    await page.getByRole('dialog').getByRole('button', { name: '好' }).click();
    await page.getByLabel('属于哪个行政区划').selectOption({ label: '翠屏区' });
    await next();
    await page.getByText('这一行没有事项名称').waitFor();
    expect(await page.getByRole('button', { name: '做成 1 个草稿' }).count()).toBe(1);
    expect(studio.faults).toEqual([]);
    await page.context().close();
  });

  test('is refused to who is no drafter', async () => {
    const page = await importPage(desk, 'reviewer');
    await page.getByText('导入由起草人员进行').waitFor();
    expect(await page.locator('input[type=file]').count()).toBe(0);
    await page.context().close();
  });
});

describe('other files', () => {
  test('of all kinds are read in the browser as they are by the command', async () => {
    const page = await importPage(phone);
    const { choose, next } = importing(page);
    const guide = wordDocument([
      '取水许可办事指南',
      [
        [{ text: '事项名称' }, { text: '样例取水许可' }],
        [{ text: '受理机关' }, { text: '样例水务局' }],
        [{ text: '承诺时限' }, { text: '十个工作日' }],
      ],
    ]);
    await choose(
      upload('指南.docx', guide),
      upload('行.jsonl', '{"事项名称":"样例行许可","承诺时限":"5个工作日"}\n'),
      // 编码,事项名称 / 1,取水 in GBK
      upload('表.csv', Buffer.from('b1e0c2eb2ccac2cfeec3fbb3c60a312cc8a1cbae0a', 'hex')),
      upload('公告.txt', '【事项名称】样例公告许可\n【承诺时限】八个工作日\n'),
    );
    await expectSound(page, 'files on a phone');
    await next();
    await page.getByRole('heading', { name: '指列' }).waitFor();
    for (const select of await page.getByLabel('属于哪个行政区划').all())
      await select.selectOption({ label: '翠屏区' });
    await expectSound(page, 'columns on a phone');
    await next();
    await page.getByText('草稿都检查过了').waitFor();
    for (const name of ['样例取水许可', '样例行许可', '取水', '样例公告许可'])
      await page.getByText(name, { exact: true }).first().waitFor();
    await expectSound(page, 'preview on a phone');
    expect(studio.faults).toEqual([]);
    await page.context().close();
  });
});

describe.skipIf(!hasData)('the public data, which stand beside the project where there are any', () => {
  test('come in by a profile of the catalogue, and their drafts open', async () => {
    const page = await importPage();
    const { choose, next } = importing(page);
    const [file] = await dataFiles('guides-gd-2021', '.jsonl');
    await choose(upload(file!.name, file!.bytes));
    await page.getByLabel('广东政务服务指南').check();
    await next();
    await page.getByRole('heading', { name: '预览' }).waitFor();
    await page.getByText('草稿都检查过了').waitFor();
    await page.getByRole('checkbox', { name: '全选' }).uncheck();
    const boxes = page.getByRole('checkbox', { name: /^成为草稿/ });
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    await page.getByRole('button', { name: '做成 3 个草稿' }).click();
    await page.getByText('已做好 3 / 3 个草稿').waitFor();
    const links = await page.getByRole('list', { name: '草稿' }).getByRole('link').all();
    const addresses = await Promise.all(links.map((link) => link.getAttribute('href')));
    expect(addresses).toHaveLength(3);
    for (const address of addresses) {
      await page.goto(new URL(address!, studio.server.url).href);
      await page.locator('.findings').waitFor();
      expect(await edits(page).field('/basics/name').inputValue()).not.toBe('');
    }
    expect(studio.faults).toEqual([]);
    await page.context().close();
  });
});
