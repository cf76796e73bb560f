/**
 * Marks in `page` the smallest parts with a `data-path`, the place in the item that they say, whose words are not
 * those of the same part of `other`, or that it does not have.
 */
export function markDifferences(page: Document, other: Document): void {
  const said = new Map<string, string>();
  for (const part of other.querySelectorAll<HTMLElement>('[data-path]'))
    said.set(keyOf(part, said), wordsOf(part));
  const seen = new Map<string, string>();
  const differing: Element[] = [];
  for (const part of page.querySelectorAll<HTMLElement>('[data-path]')) {
    const key = keyOf(part, seen);
    seen.set(key, '');
    if (said.get(key) !== wordsOf(part)) differing.push(part);
  }
  // What stands in a part that differs tells more than the part does.
  for (const part of differing)
    if (!differing.some((inner) => inner !== part && part.contains(inner)))
      part.setAttribute('data-differs', '');
}

/** The same place may be said twice on a page. */
function keyOf(part: HTMLElement, taken: ReadonlyMap<string, string>): string {
  const path = part.dataset['path'] ?? '';
  let nth = 0;
  while (taken.has(`${path}#${nth}`)) nth += 1;
  return `${path}#${nth}`;
}

function wordsOf(part: Element): string {
  return (part.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
}
