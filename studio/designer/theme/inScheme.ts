import type { Scheme } from '../../../src/model/theme/themeTokens.ts';

/**
 * A public page as a device that asks for `scheme` draws it: a frame goes by the machine of whoever looks, so the page's
 * conditions are settled before it is shown.
 */
export function inScheme(page: string, scheme: Scheme): string {
  return page
    .replace(/prefers-color-scheme:\s*(light|dark)/g, (_, asked) =>
      asked === scheme ? 'min-width:0' : 'max-width:0',
    )
    .replace('color-scheme:light dark', `color-scheme:${scheme}`);
}
