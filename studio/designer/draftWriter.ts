import { inject, provide, type InjectionKey } from 'vue';
import { ulid } from 'ulid';
import { api } from '../api/client.ts';
import type { Autosave } from '../document/useAutosave.ts';

/** What a designer may do with the draft around its file. */
export interface DraftWriter {
  id: string;
  /** Saves the text that is being written. Answers whether the server has it. */
  save(): Promise<boolean>;
  /** Writes another file of the same draft, between two saves of the text. */
  write(file: string, text: string): Promise<void>;
}

const key: InjectionKey<DraftWriter> = Symbol('draft');

/** Gives what stands inside the draft `id`, whose text `autosave` saves. */
export function provideDraft(id: string, autosave: Autosave, save: () => Promise<boolean>): void {
  provide(key, {
    id,
    save,
    write: (file, text) =>
      autosave.between((tip) => api.saveFile(id, file, text, { tip, operation: ulid() })),
  });
}

/** The draft around a designer. Throws where there is none, which is a fault of ours. */
export function useDraft(): DraftWriter {
  const draft = inject(key);
  if (draft === undefined) throw new Error('A designer stands outside of any draft');
  return draft;
}
