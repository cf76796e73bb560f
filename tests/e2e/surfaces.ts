import type { Page } from 'playwright-core';
import { importing, type Upload } from './importing.ts';
import { ask, openReview } from './reviewing.ts';
import { edits } from './studio.ts';

/** Who opens them; `clerk` drafts for one district alone. */
export type Opener = 'drafter' | 'reviewer' | 'administrator' | 'clerk';

/** Drafts that are there before: one in its drafter's hands, one under review, a rule and the catalogue's fields. */
export interface Drafts {
  open: string;
  submitted: string;
  rule: string;
  fields: string;
}

/** Something of the studio that shows only once somebody asks for it. */
export interface Surface {
  /** The component that has it in its template. */
  of: string;
  name: string;
  by: Opener;
  path: string;
  /** From the page at `path`, in Chinese, as a person comes to it; over when it can be seen. */
  open(page: Page): Promise<void>;
  /** What makes way for those after it. */
  after?(page: Page): Promise<void>;
  /** It is a part of the page and lies over nothing: the whole page is looked at. */
  inPage?: true;
}

export const district = '511502';
export const openFile = '000000/hotel-special-trade-licence.yaml';
export const submittedFile = `${district}/food-business-licence.yaml`;

const dialog = (page: Page) => page.getByRole('dialog').waitFor();
const button = (name: string | RegExp) => async (page: Page) => {
  await page.getByRole('button', { name }).first().click();
};
const entry = (row: RegExp, name: string) => async (page: Page) => {
  await page.getByRole('button', { name: row }).first().click();
  await page.getByRole('button', { name, exact: true }).click();
  await dialog(page);
};
const asked = (name: string | RegExp) => async (page: Page) => {
  await button(name)(page);
  await dialog(page);
};

/** Every dialog, panel, menu and list that opens, each in the one place that shows it, in an order that spares pages. */
export function surfaces(drafts: Drafts, table: Upload): Surface[] {
  const review = `/drafts/${drafts.submitted}/review`;
  const editor = `/drafts/${drafts.open}`;
  const onList: Omit<Surface, 'by' | 'path'>[] = [
    {
      of: 'TourOffer',
      name: 'offer',
      open: (page) => page.getByRole('button', { name: '带我看看' }).waitFor(),
      inPage: true,
    },
    { of: 'TourCard', name: 'card', open: asked('带我看看') },
    {
      of: 'CommandPalette',
      name: 'search',
      open: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('combobox', { name: '找事项、草稿或命令' }).fill('食品');
        await page.locator('dialog [role=option]').nth(1).waitFor();
      },
    },
    {
      of: 'ShortcutSheet',
      name: 'keys',
      open: async (page) => (await page.keyboard.press('Alt+/'), dialog(page)),
    },
    { of: 'UserMenu', name: 'me', open: (page) => page.locator('.person').click() },
    { of: 'ListTools', name: 'views', open: button(/^视图/) },
    { of: 'ListTools', name: 'columns', open: button(/^列/) },
    { of: 'ListTools', name: 'export', open: button(/^导出/) },
    { of: 'CatalogueTable', name: 'row', open: button(/^更多：/) },
    { of: 'CataloguePage', name: 'findings', open: asked(/：查看“/) },
    { of: 'NewItemDialog', name: 'new', open: asked('新建事项') },
    { of: 'NewItemDialog', name: 'layer', open: entry(/^更多：宜宾市/, '采用：写本级规程…') },
    { of: 'NewItemDialog', name: 'copy', open: entry(/^更多：国家/, '复制为新事项…') },
    { of: 'AnotherDraftDialog', name: 'another', open: asked(/^另起草稿/) },
    { of: 'ChangeDialog', name: 'remove', open: entry(/^更多：国家/, '删去…') },
    {
      of: 'ChangeDialog',
      name: 'rename',
      open: async (page) => {
        await entry(/^更多：国家/, '改标识…')(page);
        await page.locator('dialog input[name=to]').fill('other-licence');
        await page.locator('dialog textarea').fill('统一叫法');
        await page.getByRole('button', { name: '预览' }).click();
        await page.getByRole('region', { name: '预览' }).waitFor();
      },
    },
    {
      of: 'ChangeDialog',
      name: 'fields',
      open: async (page) => {
        await page.locator('[role=row][data-index] input[type=checkbox]').first().check();
        await asked('批量修改…')(page);
        await page.getByRole('combobox', { name: '写到哪个字段' }).fill('时限');
        await page.locator('dialog [role=option]').first().waitFor();
      },
    },
    {
      of: 'ChangeDialog',
      name: 'set',
      open: async (page) => {
        await asked('批量修改…')(page);
        await page.getByRole('combobox', { name: '写到哪个字段' }).fill('承诺时限 数');
        await page.keyboard.press('Enter');
        await page.locator('dialog').getByRole('textbox').first().fill('4');
        await page.getByRole('button', { name: '预览' }).click();
        await page.getByRole('region', { name: '预览' }).waitFor();
      },
    },
  ];

  return [
    ...onList.map((one): Surface => ({ by: 'drafter', path: '/', ...one })),
    { of: 'NotYoursDialog', name: 'not yours', by: 'clerk', path: '/', open: asked(/^不归您起草/) },
    { of: 'NewRuleDialog', name: 'rule', by: 'drafter', path: '/designer', open: asked('新规则') },
    {
      of: 'RuleDesigner',
      name: 'rule',
      by: 'drafter',
      path: `/drafts/${drafts.rule}`,
      open: (page) => page.locator('.designer .case').first().waitFor(),
      inPage: true,
    },
    {
      of: 'ExtensionDesigner',
      name: 'fields',
      by: 'drafter',
      path: `/drafts/${drafts.fields}`,
      inPage: true,
      open: async (page) => {
        await page.locator('.designer details:not([open]) summary').first().click();
        await page
          .getByRole('button', { name: /^加一个字段/ })
          .first()
          .click();
        await page.locator('input[name=field-zh]').waitFor();
      },
    },
    {
      of: 'MigrationOffer',
      name: 'impact',
      by: 'drafter',
      path: `/drafts/${drafts.fields}`,
      inPage: true,
      open: async (page) => {
        await page.getByRole('button', { name: '看影响' }).click();
        await page.locator('.impact [role=status]').first().waitFor();
        await page.getByRole('button', { name: '一并改已有事项…' }).click();
        await page.locator('.migration [role=status]').waitFor();
      },
    },
    {
      of: 'SearchControl',
      name: 'choices',
      by: 'drafter',
      path: editor,
      inPage: true,
      open: async (page) => {
        await edits(page).chooseSection('法律依据');
        await page.locator('.pane.form details:not([open]) summary').first().click();
        const control = page.locator('.pane.form').getByRole('combobox').and(page.locator('input')).first();
        await control.click();
        await control.fill('xzxk');
        await page.locator('[role=listbox] [role=option]').first().waitFor();
      },
    },
    {
      of: 'RenameDialog',
      name: 'id',
      by: 'drafter',
      path: editor,
      open: async (page) => {
        await edits(page).chooseSection('办理程序');
        await page.locator('.element summary').first().click();
        await edits(page).field('/procedure/steps/0/id').focus();
        await page.keyboard.press('F2');
        await page.locator('dialog input[name=to]').fill('take-in');
        await page.keyboard.press('Enter');
        await page.getByRole('region', { name: '预览' }).waitFor();
      },
    },
    {
      of: 'StepDiagram',
      name: 'steps',
      by: 'drafter',
      path: editor,
      inPage: true,
      open: async (page) => {
        await showLens(page, '流程');
        await page.getByText('关键路径').first().waitFor();
        await page.locator('[data-step]').first().click();
      },
    },
    { of: 'KeySheet', name: 'keys', by: 'drafter', path: editor, open: asked(/^按键/) },
    {
      of: 'StepTable',
      name: 'list',
      by: 'drafter',
      path: editor,
      inPage: true,
      open: async (page) => {
        await page.getByRole('button', { name: '列表', exact: true }).click();
        await page.getByRole('button', { name: /^断开/ }).first().waitFor();
      },
    },
    {
      of: 'SourceEditor',
      name: 'difference',
      by: 'drafter',
      path: editor,
      inPage: true,
      open: async (page) => {
        await showLens(page, '源码');
        await page.getByLabel('与现行对比').check();
        await page.locator('.monaco-diff-editor .view-line').first().waitFor();
      },
    },
    {
      of: 'MergeNotice',
      name: 'merge',
      by: 'drafter',
      path: editor,
      inPage: true,
      open: async (page) => {
        const { tip, contents } = await ask<{ tip: string; contents: { path: string; text: string }[] }>(
          page,
          'GET',
          `/api/drafts/${drafts.open}`,
        );
        const text = contents.find(({ path }) => path === openFile)?.text;
        if (text === undefined) throw new Error('The draft has no such file');
        const body = text.replace(/(everydayName: ).*/, '$1别人写的');
        await ask(page, 'PUT', `/api/drafts/${drafts.open}/files/${openFile}`, { body, tip });
        await edits(page).chooseSection('基本信息');
        await edits(page).field('/basics/everydayName').fill('我写的');
        await page
          .getByRole('alert')
          .filter({ hasText: '别人同时改了这里' })
          .getByRole('group')
          .first()
          .waitFor();
      },
    },
    {
      of: 'DraftFiles',
      name: 'rename',
      by: 'drafter',
      path: `/drafts/${drafts.open}/review`,
      open: asked('改名…'),
    },
    { of: 'ActionPanel', name: 'withdraw', by: 'drafter', path: review, open: asked('撤回…') },
    { of: 'ActionPanel', name: 'take over', by: 'clerk', path: review, open: asked('接手起草…') },
    {
      of: 'ReaderReports',
      name: 'settle',
      by: 'drafter',
      path: '/drafts',
      open: async (page) => {
        const form = { division: district, item: 'food-business-licence', text: '窗口电话是空号。' };
        await page.request.post(new URL('/feedback', page.url()).href, { form });
        await page.reload();
        await asked('办结…')(page);
      },
    },
    { of: 'ReturnDialog', name: 'return', by: 'reviewer', path: review, open: asked('退回…') },
    {
      of: 'ThreadCard',
      name: 'comment',
      by: 'reviewer',
      path: review,
      inPage: true,
      open: async (page) => {
        await page
          .getByRole('button', { name: /^提意见/ })
          .first()
          .click();
        await page.getByRole('button', { name: '发表意见' }).waitFor();
      },
    },
    {
      of: 'PageCompare',
      name: 'pages',
      by: 'reviewer',
      path: review,
      open: async (page) => {
        await page.locator('#touched').getByRole('button').first().click();
        await page.getByRole('dialog').locator('iframe').first().waitFor();
      },
    },
    { of: 'AssignDialog', name: 'assign', by: 'administrator', path: review, open: asked('改派…') },
    {
      of: 'ActionPanel',
      name: 'override',
      by: 'administrator',
      path: review,
      open: asked('紧急通过…'),
      after: letThrough,
    },
    {
      of: 'RatifyPanel',
      name: 'ratify',
      by: 'reviewer',
      path: review,
      inPage: true,
      open: async (page) => {
        await openReview(page, drafts.submitted);
        await page.getByLabel(/补审意见/).waitFor();
      },
    },
    { of: 'ScheduleDialog', name: 'later', by: 'administrator', path: '/publish', open: asked('预定时间…') },
    {
      of: 'PublishPage',
      name: 'publish',
      by: 'administrator',
      path: '/publish',
      open: asked('发布…'),
      after: publish,
    },
    { of: 'PublishPage', name: 'back', by: 'administrator', path: '/publish', open: asked('回退到这一版…') },
    {
      of: 'ItemsDialog',
      name: 'items',
      by: 'reviewer',
      path: '/report',
      open: async (page) => {
        await page.locator('main table').first().getByRole('button').first().click();
        await dialog(page);
      },
    },
    {
      of: 'FindingTables',
      name: 'findings',
      by: 'reviewer',
      path: '/report',
      open: async (page) => {
        await page.getByRole('table', { name: '检查发现，按规则' }).getByRole('button').first().click();
        await dialog(page);
      },
    },
    {
      of: 'GuideOfDay',
      name: 'day',
      by: 'reviewer',
      path: `/history?file=${openFile}`,
      inPage: true,
      open: (page) => page.locator('section[aria-labelledby=guide-of-day] iframe').waitFor(),
    },
    {
      of: 'PointTables',
      name: 'columns',
      by: 'drafter',
      path: '/import',
      inPage: true,
      open: async (page) => {
        const { choose, next, column } = importing(page);
        await choose(table);
        await next();
        await page.getByLabel('属于哪个行政区划').selectOption({ label: '翠屏区' });
        await page.getByLabel('标识取自').selectOption('编码');
        await column('编码').waitFor();
      },
    },
    {
      of: 'ColumnDialog',
      name: 'column',
      by: 'drafter',
      path: '/import',
      open: async (page) => {
        const { open, dialog: asking } = importing(page);
        await open('主管单位');
        await asking.getByRole('combobox').and(page.locator('input')).fill('机关');
        await page.locator('dialog [role=option]').first().waitFor();
      },
    },
    {
      of: 'PreviewDrafts',
      name: 'values',
      by: 'drafter',
      path: '/import',
      open: async (page) => {
        await importing(page).next();
        await page.getByRole('heading', { name: '预览' }).waitFor();
        await asked(/个值/)(page);
      },
    },
    {
      of: 'TranslationForm',
      name: 'texts',
      by: 'drafter',
      path: `${editor}?file=translations/en/hotel-special-trade-licence.yaml`,
      inPage: true,
      open: (page) => page.locator('.translation .text').first().waitFor(),
    },
  ];
}

/** Lets the draft through in the dialog that is open. */
async function letThrough(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('textbox').fill('抢险，当日公布');
  await page.getByRole('button', { name: '紧急通过并入' }).click();
  await page.getByText('缺的签批须事后补审').first().waitFor();
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '确认发布' }).click();
  await page.getByText('网站已更换').waitFor();
}

/** Has a lens of the editor shown. */
async function showLens(page: Page, name: string): Promise<void> {
  const button = page.getByRole('button', { name, exact: true }).first();
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click();
}
