import type { AttachmentEnding } from '../../src/model/attachments/attachmentProblem.ts';
import { valueAt, type Path } from '../../src/model/path.ts';

/** Letters of one part of a name; a path of the catalogue holds a hundred in all. */
const partLength = 36;

/**
 * Where the attachment of the field at `path` of `file` is stored: `forms/511502-food-licence-application.docx`.
 * It follows from the field, so that a new version of a form takes the place of the old one and the review shows
 * both; another level's form has another name. `value` is what the file says, for the ids of list elements.
 */
export function attachmentName(file: string, value: unknown, path: Path, ending: AttachmentEnding): string {
  const [, division = '', item = ''] = /^(\d{6})\/(.+)\.yaml$/.exec(file) ?? [];
  const parts = path.flatMap((step, i) => {
    if (typeof step === 'number') {
      const id = valueAt(value, [...path.slice(0, i + 1), 'id']);
      return [typeof id === 'string' ? id : String(step + 1)];
    }
    // What every form has says nothing.
    return ['overlay', 'list', 'forms', 'file'].includes(step) ? [] : [step];
  });
  const named = [division === '000000' ? '' : division, item, ...parts]
    .map((part) =>
      part
        .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
        .replaceAll(/[^a-z0-9-]/g, '')
        .slice(0, partLength),
    )
    .filter((part) => part !== '');
  return `forms/${named.join('-').slice(0, 92) || 'attachment'}.${ending}`;
}
