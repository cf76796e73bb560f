import { marksOf } from '../marksOf.ts';
import type { Found, Search } from '../openSearch.ts';
import type { Shown } from '../wire.ts';

/** So many places of an item are shown at first. */
const placesAtOnce = 6;

type Part = Node | string;

/** An element of the page: texts go in as texts. */
export function element(tag: string, attributes: Record<string, string>, ...parts: Part[]): HTMLElement {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...parts);
  return made;
}

/** An answer as a line of the list: one guide as any list has it, several with a link for each place. */
export function answer(shown: Shown, found: Found, search: Search): HTMLElement {
  const [name, everydayName, stem, places, factsAt, facts] = shown;
  const marked = (text: string) =>
    marksOf(text, found.readings, search.table).map(({ text: part, marked: is }) =>
      is ? element('mark', {}, part) : part,
    );
  const guides = places
    .map((place, at) => ({ place: search.places[place]!, facts: facts[factsAt[at] ?? -1] }))
    .filter(({ place: [code] }) => found.place === undefined || code === found.place)
    .map(({ place: [code, label], facts: of }) => ({ href: code + stem, label, of }));
  const title = element('b', {}, ...marked(name));
  const [only] = guides;
  if (guides.length === 1 && only !== undefined) {
    const note = [everydayName, only.of?.[0] ?? only.label].filter((part) => part !== '');
    const said = note.flatMap((part, at) => [...(at === 0 ? [] : [' · ']), ...marked(part)]);
    const link = element('a', { href: only.href }, title, element('small', {}, ...said));
    link.append(element('em', {}, ...(only.of?.slice(1) ?? []).map((fact) => element('span', {}, fact))));
    return element('li', {}, link);
  }
  const fees = new Set(guides.map(({ of }) => of?.[2]));
  // Where it costs the same everywhere it is said once.
  const fee = fees.size === 1 ? [...fees][0] : undefined;
  const said = [
    ...marked(everydayName),
    ...(everydayName !== '' && fee !== undefined ? [' · '] : []),
    fee ?? '',
  ];
  const line = element('li', { class: 'several' }, title, element('small', {}, ...said));
  const list = element('ul', { class: 'places', 'aria-label': name });
  const links = guides.map(({ href, label, of }) =>
    element('li', {}, element('a', { href }, label, element('small', {}, of?.[1] ?? ''))),
  );
  list.append(...links.slice(0, placesAtOnce));
  if (links.length > placesAtOnce) {
    const more = element('button', { type: 'button' }, `其余 ${links.length - placesAtOnce} 个地区`);
    const last = element('li', {}, more);
    more.addEventListener('click', () => {
      last.replaceWith(...links.slice(placesAtOnce));
      links[placesAtOnce]?.querySelector('a')?.focus();
    });
    list.append(last);
  }
  line.append(list);
  return line;
}
