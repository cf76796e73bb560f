import type { Diagnostic } from '../../model/diagnostic.ts';
import { attachmentProblem } from '../../model/attachments/attachmentProblem.ts';
import { placeOf } from '../../catalogue/index.ts';
import { guard } from '../../text/index.ts';

/** Why something is not stored, in words, with the places where they are known. */
export interface ContentProblem {
  reason: string;
  reasonEn: string;
  diagnostics: Diagnostic[];
}

/**
 * Why `content` is not stored at `path`; `undefined` where it is. An attachment is judged by what it holds, every
 * other file must be text that can be read with bounded effort.
 */
export function contentProblem(path: string, content: Uint8Array | string): ContentProblem | undefined {
  if (placeOf(path).kind === 'attachment') {
    const problem = attachmentProblem(path, bytesOf(content));
    return problem && { reason: problem.zh, reasonEn: problem.en, diagnostics: [] };
  }
  const guarded = guard(content, path);
  if (guarded.kind !== 'refused') return undefined;
  return {
    reason: '内容不能保存，请先改正。',
    reasonEn: 'The text cannot be saved; mend it first.',
    diagnostics: guarded.diagnostics,
  };
}

/** A file's content as it is stored. */
export function bytesOf(content: Uint8Array | string): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content;
}
