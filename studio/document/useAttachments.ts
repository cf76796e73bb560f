import type { ShallowRef } from 'vue';
import { ulid } from 'ulid';
import type { AttachmentView } from '../../src/api/index.ts';
import { attachmentProblem, sizeProblem } from '../../src/model/attachments/attachmentProblem.ts';
import { api } from '../api/client.ts';
import type { Words } from '../../src/model/schemas.ts';
import type { Autosave } from './useAutosave.ts';

/** The attachments of a draft: which there are, and how one comes and goes. */
export interface Attachments {
  list: Readonly<ShallowRef<readonly AttachmentView[]>>;
  /** Address at which the draft's version of `path` is read. */
  address(path: string): string;
  /**
   * Stores `file` at `path`. Answers with the words where it is refused here; throws `ApiProblem` where the server
   * does. The same file tried again after a lost answer is stored once.
   */
  upload(path: string, file: File): Promise<Words | undefined>;
  /** Makes `path` what it was, or was not, when the draft began. Throws `ApiProblem`. */
  takeBack(path: string): Promise<void>;
}

/**
 * The attachments of the draft `id`, kept in `list`. Writes go between the saves of its text, so that both know the
 * newest version.
 */
export function useAttachments(
  id: string,
  list: ShallowRef<readonly AttachmentView[]>,
  autosave: Pick<Autosave, 'between'>,
): Attachments {
  const operations = new WeakMap<File, string>();

  async function upload(path: string, file: File): Promise<Words | undefined> {
    // Judged by its size before it is read, and by its content before it is sent.
    const problem =
      sizeProblem(file.size) ?? attachmentProblem(path, new Uint8Array(await file.arrayBuffer()));
    if (problem !== undefined) return problem;
    const operation = operations.get(file) ?? ulid();
    operations.set(file, operation);
    await autosave.between((tip) => api.saveAttachment(id, path, file, { tip, operation }));
    const was = list.value.find((one) => one.path === path);
    const change = was === undefined || was.change === 'added' ? 'added' : 'changed';
    list.value = [
      ...list.value.filter((one) => one !== was),
      { path, bytes: file.size, change } as const,
    ].sort((a, b) => (a.path < b.path ? -1 : 1));
    return undefined;
  }

  async function takeBack(path: string): Promise<void> {
    await autosave.between((tip) => api.revertFile(id, path, { tip, operation: ulid() }));
    list.value = (await api.draft(id)).attachments;
  }

  return { list, address: (path) => `/api/drafts/${id}/files/${path}`, upload, takeBack };
}
