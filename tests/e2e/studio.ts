import type { Locator, Page } from 'playwright-core';

/** A running studio and the accounts that its first start made. */
export interface Studio {
  url: string;
  newAccounts: { user: string; password: string }[];
}

/** Signs `user` in and waits for the catalogue. */
export async function signIn(page: Page, { url, newAccounts }: Studio, user: string): Promise<void> {
  const account = newAccounts.find((one) => one.user === user);
  if (account === undefined) throw new Error(`There is no account ${user}`);
  await page.goto(`${url}/signin`);
  await page.fill('input[name=user]', user);
  await page.fill('input[name=password]', account.password);
  await page.click('button[type=submit]');
  await page.waitForURL(`${url}/`);
}

export interface Edits {
  chooseSection(name: string): Promise<void>;
  /** The control of a field by its JSON Pointer in the file. */
  field(pointer: string): Locator;
  findings(): Locator;
  /** Finds `text` in the source by its search, takes `old` away behind it and types `next` there. */
  retype(text: string, old: string, next: string): Promise<void>;
  /** Waits until the server has the text. */
  saved(): Promise<void>;
}

/** What a drafter does in the editor, at a desk or on a phone. */
export function edits(page: Page): Edits {
  return {
    async chooseSection(name) {
      const list = page.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
      const choice = page.getByLabel('表单各部分').and(page.locator('select'));
      await list.or(choice).first().waitFor({ state: 'attached' });
      if (await list.isVisible()) return list.click();
      const option = choice.locator('option').filter({ hasText: new RegExp(`^\\s*${name}`) });
      await choice.selectOption((await option.getAttribute('value'))!);
    },
    field: (pointer) => page.locator(`[id="f${pointer}"]`),
    findings: () => page.locator('.findings .head'),
    async retype(text, old, next) {
      await page.locator('.source .monaco-editor .view-lines').click();
      await page.keyboard.press('Control+F');
      await page.keyboard.insertText(text + old);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Escape');
      await page.keyboard.press('ArrowRight');
      for (const _ of old) await page.keyboard.press('Backspace');
      await page.keyboard.insertText(next);
    },
    saved: () => page.locator('[role=status]', { hasText: '已保存' }).waitFor(),
  };
}

/** Begins a draft of `file` as whoever is signed in on `page`, and opens it in the editor. Gives its id. */
export async function begin(page: Page, file: string): Promise<string> {
  const id = await page.evaluate(async (path) => {
    const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: string };
    const headers = { 'content-type': 'application/json', 'x-csrf-token': csrf };
    const answer = await fetch('/api/drafts', {
      method: 'POST',
      headers,
      body: JSON.stringify({ file: path }),
    });
    return ((await answer.json()) as { id: string }).id;
  }, file);
  await page.goto(new URL(`/drafts/${id}`, page.url()).href);
  await page.locator('.findings').waitFor();
  return id;
}
