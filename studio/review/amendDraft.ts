import { ulid } from 'ulid';
import type { DraftView } from '../../src/api/index.ts';
import { readSource, reworded, shapeOfKind } from '../../src/catalogue/index.ts';
import type { Edit } from '../../src/model/edit.ts';
import { valueAt } from '../../src/model/path.ts';
import { edit } from '../../src/text/index.ts';
import { api, ApiProblem } from '../api/client.ts';
import type { Amendment } from './amendments.ts';

/**
 * Makes `amendments` in a draft, one request each: what is done when one is refused stays done, and is no longer
 * listed when it is tried again. Throws {@link ApiProblem}.
 */
export async function amendDraft(
  { id, tip: first }: DraftView,
  amendments: readonly Amendment[],
  reason: string,
): Promise<void> {
  let tip = first;
  for (const one of amendments) {
    const conditions = { tip, operation: ulid() };
    if (one.kind === 'rename') {
      ({ tip } = await api.act(id, { ...one, reason }, conditions));
      continue;
    }
    const { contents } = await api.draft(id, one.file);
    const text = contents.find(({ path }) => path === one.file)?.text ?? '';
    ({ tip } = await api.saveFile(id, one.file, amendedText(text, one), conditions));
  }
}

/** `text` with the places of an amendment said anew; what does not say the old name any more is left alone. */
export function amendedText(text: string, { file, places }: Extract<Amendment, { kind: 'write' }>): string {
  const read = readSource(file, text);
  if (read.kind !== 'source')
    throw refused(`${file} 读不懂，请在编辑器里改正。`, `${file} cannot be read; mend it in the editor.`);
  const { kind, written } = read.source;
  const edits = places.flatMap(({ path, ...names }): Edit[] => {
    const said = valueAt(written, path);
    const next = typeof said === 'string' ? reworded(said, names) : undefined;
    return next === undefined ? [] : [{ kind: 'set', path, value: next }];
  });
  const made = edit(text, edits, { shape: shapeOfKind(kind) });
  if (made.kind === 'impossible') throw refused(made.reason, made.reasonEn);
  return made.text;
}

function refused(message: string, messageEn: string): ApiProblem {
  return new ApiProblem(0, { kind: 'refused', message, messageEn });
}
