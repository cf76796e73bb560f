import { ref, shallowRef, type Ref, type ShallowRef } from 'vue';
import { useRouter } from 'vue-router';
import { ulid } from 'ulid';
import { api } from '../api/client.ts';

/** Begins drafts from the page of the designers. */
export interface Begin {
  /** The file for which a draft is being made. */
  busy: Readonly<Ref<string | undefined>>;
  problem: Readonly<ShallowRef<unknown>>;
  /** Makes a draft of `file` called `title`, with `text` in it where it is new, and goes on to write it. */
  begin(file: string, made?: { title: string; text?: string }): Promise<void>;
}

export function useBegin(): Begin {
  const router = useRouter();
  const busy = ref<string>();
  const problem = shallowRef<unknown>();

  async function begin(file: string, { title, text }: { title?: string; text?: string } = {}): Promise<void> {
    busy.value = file;
    problem.value = undefined;
    try {
      const { id, tip } = await api.createDraft(file, title);
      if (text !== undefined) await api.saveFile(id, file, text, { tip, operation: ulid() });
      await router.push({ name: 'editor', params: { id } });
    } catch (error) {
      problem.value = error;
    } finally {
      busy.value = undefined;
    }
  }

  return { busy, problem, begin };
}
