import type { Path } from '../../src/model/path.ts';

/**
 * An id for a new element of the list at `path`, which none of `taken` has: `materials/list` → `material-1`. Others
 * refer to it and it stays in addresses, so it says what it is even where nobody gives it a better one.
 */
export function newId(path: Path, taken: ReadonlySet<string | undefined>): string {
  const keys = path.filter((step) => typeof step === 'string');
  const list = keys.at(-1) === 'list' ? keys.at(-2) : keys.at(-1);
  const stem =
    (list ?? '')
      .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      .replace(/[^a-z0-9-]/g, '')
      .replace(/(?<!i)s$/, '') || 'one';
  let n = 1;
  while (taken.has(`${stem}-${n}`)) n++;
  return `${stem}-${n}`;
}

/**
 * A new element of the list at `path`, whose elements are told apart by `key`: with a name where it is given here (`id`,
 * the `value` of an option), and with nothing where it is that of something else, as a year, a division or a column.
 */
export function newElement(
  key: string | undefined,
  path: Path,
  taken: ReadonlySet<string | undefined>,
): { [key: string]: string } {
  return key === 'id' || key === 'value' ? { [key]: newId(path, taken) } : {};
}
