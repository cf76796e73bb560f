import { useRouter } from 'vue-router';
import { ulid } from 'ulid';
import { api } from '../api/client.ts';
import { useWork, type Work } from '../api/useWork.ts';

/** What a draft begins with: `text` where the file is to say something else than it does. */
export interface Beginning {
  file: string;
  title?: string | undefined;
  text?: string | undefined;
  /** The part of its designer to begin with, where that has several. */
  part?: string | undefined;
}

/** Begins drafts and goes on to write them. */
export interface Begin extends Work<string> {
  /** Makes a draft of `file` called `title`, with `text` in it, and opens it in the editor; it is `busy` by the file. */
  begin(file: string, made?: Omit<Beginning, 'file'>): Promise<void>;
  /** As {@link begin}, of what has to be asked for first; it is `busy` by `name`. */
  beginAs(name: string, ask: () => Promise<Beginning>): Promise<void>;
}

export function useBegin(): Begin {
  const router = useRouter();
  const { busy, problem, during } = useWork<string>();

  function beginAs(name: string, ask: () => Promise<Beginning>): Promise<void> {
    return during(name, async () => {
      const { file, title, text, part } = await ask();
      const { id, tip } = await api.createDraft(file, title);
      if (text !== undefined) await api.saveFile(id, file, text, { tip, operation: ulid() });
      await router.push({ name: 'editor', params: { id }, query: part === undefined ? {} : { part } });
    });
  }

  return {
    busy,
    problem,
    during,
    begin: (file, made) => beginAs(file, async () => ({ file, ...made })),
    beginAs,
  };
}
