import type { Edit, Plain } from './edit.ts';
import type { Path } from './path.ts';

/**
 * `value` with `edits` made on it: what `edit` of the text module must yield when it makes them in the text.
 * The input is not changed. @throws RangeError where an edit's place does not exist.
 */
export function editValue(value: Plain, edits: readonly Edit[]): Plain {
  return edits.reduce<Plain>((before, edit) => {
    const after = structured(before);
    const last = edit.path.at(-1);
    if (last === undefined) throw new RangeError('The root cannot be edited');
    const holder = holderAt(after, edit.path.slice(0, -1), edit.kind === 'set');
    if (edit.kind === 'set') (holder as Record<string | number, Plain>)[last] = structured(edit.value);
    else if (edit.kind === 'remove') {
      if (Array.isArray(holder)) holder.splice(Number(last), 1);
      else delete (holder as Record<string, Plain>)[last];
    } else {
      if (!Array.isArray(holder)) throw new RangeError(`No list at ${edit.path.slice(0, -1).join('/')}`);
      if (edit.kind === 'insert') holder.splice(Number(last), 0, structured(edit.value));
      else holder.splice(edit.to, 0, ...holder.splice(Number(last), 1));
    }
    return after;
  }, value);
}

function holderAt(value: Plain, path: Path, make: boolean): Plain {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null) throw new RangeError(`Nothing at ${path.join('/')}`);
    const map = here as Record<string | number, Plain>;
    if (map[step] === undefined && make) map[step] = {};
    if (map[step] === undefined) throw new RangeError(`Nothing at ${path.join('/')}`);
    here = map[step];
  }
  return here;
}

function structured(value: Plain): Plain {
  return JSON.parse(JSON.stringify(value)) as Plain;
}
