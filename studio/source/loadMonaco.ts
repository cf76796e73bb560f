import { language } from '../i18n/language.ts';
import type { monaco as Monaco } from './monaco.ts';

let loading: Promise<typeof Monaco> | undefined;

/**
 * Loads Monaco once. A page that will show it asks for it first, so that it comes while the server is still asked for
 * the text. Rejects where it does not come; the next call tries again.
 */
export function loadMonaco(): Promise<typeof Monaco> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<typeof Monaco> {
  return (await (language.value === 'zh' ? import('./monacoInChinese.ts') : import('./monaco.ts'))).monaco;
}
