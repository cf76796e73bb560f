import { shallowRef, type Ref } from 'vue';
import { useRouter } from 'vue-router';
import { ulid } from 'ulid';
import type { DraftChange, DraftView } from '../../src/api/index.ts';
import type { Path } from '../../src/model/path.ts';
import type { Words } from '../../src/model/schemas.ts';
import { api } from '../api/client.ts';
import type { Autosave } from '../document/useAutosave.ts';
import type { RenameWish, SourceExposed } from '../source/sourceProps.ts';

/** An id that shall be called otherwise, and how, where the person said so already. */
export type Renaming = Omit<RenameWish, 'to'> & { to?: string };

/** Renaming ids from the lenses of one file of a draft: what was asked for, and making it in the whole draft. */
export function useRename({
  draft,
  file,
  autosave,
  lenses,
  changed,
  tell,
}: {
  draft: string;
  file: string;
  autosave: Autosave;
  lenses: {
    source: Readonly<Ref<SourceExposed | null>>;
    form: Readonly<Ref<{ fieldInFocus(): Path | undefined } | null>>;
  };
  changed(draft: DraftView): void;
  tell(words: Words): void;
}) {
  const router = useRouter();
  const renaming = shallowRef<Renaming>();

  /** Asks for another name of the id that the cursor is on, in the lens where it is. */
  function renameHere(): void {
    if (lenses.source.value?.rename?.() === true) return;
    const path = lenses.form.value?.fieldInFocus();
    if (path?.at(-1) === 'id') renaming.value = { path, at: 'value' };
    else
      tell({
        zh: '先把光标放到要改的标识上：表单里的“标识”字段，或源码里的标识。',
        en: 'Put the cursor on the id first: its field in the form, or the id in the source.',
      });
  }

  /** Makes `change` in the draft; what it is in this file is one step of its history. Throws what the server refuses. */
  async function renamed(change: DraftChange): Promise<void> {
    const operation = ulid();
    let next: DraftView | undefined;
    await autosave.through(async (tip) => {
      next = await api.changeDraft(draft, change, { tip, operation });
      return { tip: next.tip, text: next.contents.find(({ path }) => path === file)?.text };
    });
    renaming.value = undefined;
    if (next === undefined) return;
    const moved = next.acts.findLast((act) => act.kind === 'rename' && act.file === file)?.to;
    changed(next);
    tell({
      zh: '已改标识，引用它的地方都已跟着改。撤销只撤本文件里的改动；要全部改回，请再改一次标识。',
      en: 'The id is changed with all that names it. Undo takes back this file alone; to take all back, rename it once more.',
    });
    const isGone = !next.contents.some(({ path, text }) => path === file && text !== '');
    if (moved !== undefined && isGone) await router.replace({ query: { file: moved } });
  }

  return { renaming, renameHere, renamed };
}
