import type { Page } from 'playwright-core';

/** A file that is not on the disk, as the browser takes it. */
export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** What a drafter does on the import page. */
export function importing(page: Page) {
  const dialog = page.getByRole('dialog');
  /** The button of a column, which says where it goes. */
  const column = (name: string) => page.getByRole('button', { name: `列“${name}”：` });
  const next = () => page.getByRole('button', { name: '下一步' }).click();

  async function choose(...files: Upload[]): Promise<void> {
    await page.locator('input[type=file]').setInputFiles(files);
    for (const { name } of files)
      await page.getByRole('listitem').filter({ hasText: name }).first().waitFor();
  }

  /** Opens the dialog of a column. */
  async function open(name: string): Promise<void> {
    await column(name).click();
    await dialog.waitFor();
  }

  /** Chooses the field that `words` find first, in the dialog that is open. */
  async function pick(words: string): Promise<void> {
    const more = dialog.getByRole('button', { name: '再写到另一个字段' });
    if (await more.isVisible()) await more.click();
    await dialog.getByRole('combobox').and(page.locator('input')).fill(words);
    await page.keyboard.press('Enter');
  }

  async function done(): Promise<void> {
    await dialog.getByRole('button', { name: '好', exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Points a column at the field that `words` find first, whatever was suggested for it. */
  async function point(name: string, words: string): Promise<void> {
    await open(name);
    for (let left = await dialog.getByRole('button', { name: '去掉' }).count(); left > 0; left--)
      await dialog.getByRole('button', { name: '去掉' }).first().click();
    await pick(words);
    await done();
  }

  return { next, dialog, column, choose, open, pick, done, point };
}
