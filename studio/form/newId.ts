/** A name for a new element of the list called `list`, which none of `taken` has: materials → `material-1`. */
export function newId(list: string, taken: ReadonlySet<string | undefined>): string {
  const stem =
    list
      .replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
      .replace(/[^a-z0-9-]/g, '')
      .replace(/s$/, '') || 'one';
  let n = 1;
  while (taken.has(`${stem}-${n}`)) n++;
  return `${stem}-${n}`;
}
