import type { RouteLocationNormalized } from 'vue-router';
import type { DraftView } from '../../src/api/index.ts';
import type { LookupData } from '../../src/catalogue/index.ts';
import { api } from '../api/client.ts';
import { comesFirst } from '../document/later.ts';
import { loadMonaco } from '../source/loadMonaco.ts';
import { opensSource } from './useLenses.ts';

export const editorPage = () => import('../pages/EditorPage.vue');

/** What the editor shows: a draft, and what may be asked of the catalogue. */
interface Shown {
  draft: Promise<DraftView>;
  lookups: Promise<LookupData>;
}

/** What was asked for before the page was there. */
let coming: (Shown & { id: string; file: string | undefined }) | undefined;

/**
 * Asks for all that the editor will want at `to`, side by side, and not each part when the one before asks for it.
 * What does not come is asked for again by the page, which says so.
 */
export function fetchEditor({ params, query }: Pick<RouteLocationNormalized, 'params' | 'query'>): void {
  const file = fileAsked(query);
  const id = String(params['id']);
  const shown = { draft: api.draft(id, file), lookups: api.lookups() };
  coming = { id, file, ...shown };
  const parts: Promise<unknown>[] = [shown.draft, shown.lookups, editorPage()];
  if (opensSource()) parts.push(comesFirst(loadMonaco()), import('../source/SourceEditor.vue'));
  for (const part of parts) part.catch(() => undefined);
}

/** The draft `id` with `file` and the lookups: those on their way to a page that opens, else asked for. */
export function shownFor(id: string, file: string | undefined): Shown {
  const taken = coming?.id === id && coming.file === file ? coming : undefined;
  coming = undefined;
  return {
    draft: taken?.draft.catch(() => api.draft(id, file)) ?? api.draft(id, file),
    lookups: taken?.lookups.catch(() => api.lookups()) ?? api.lookups(),
  };
}

/** The file of a draft that an address names. */
export function fileAsked({ file }: RouteLocationNormalized['query']): string | undefined {
  return typeof file === 'string' ? file : undefined;
}
