import { loadMonaco } from '../source/loadMonaco.ts';
import { opensSource } from './useLenses.ts';

/** Fetches the code editor where the editor will open with it, before anything of the page is there. */
export async function fetchEditor(): Promise<void> {
  if (opensSource()) await Promise.all([loadMonaco(), import('../source/SourceEditor.vue')]);
}
