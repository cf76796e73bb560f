// The script of the search page. The index comes as a classic script, so that the page works from a folder too.
import { searchEntries, type SearchEntry } from '../searchEntries.ts';

declare const guichengIndex: SearchEntry[];

const input = document.querySelector<HTMLInputElement>('#q');
const results = document.querySelector('#results ul');
const count = document.querySelector('#count');

function show(): void {
  if (input === null || results === null || count === null) return;
  const found = searchEntries(guichengIndex, input.value);
  results.replaceChildren(...found.map(line));
  count.textContent =
    found.length === 0
      ? '没有找到。换一个说法，或者删去几个字再试。'
      : input.value.trim() === ''
        ? `共 ${found.length} 份指南。`
        : `找到 ${found.length} 份指南。`;
}

/** A line as the page itself lists it. */
function line(entry: SearchEntry): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = entry.path;
  link.append(part('b', entry.name), part('small', entry.note), facts(entry));
  item.append(link);
  return item;
}

function facts(entry: SearchEntry): HTMLElement {
  const all = document.createElement('em');
  all.append(...entry.facts.map((fact) => part('span', fact)));
  return all;
}

function part(tag: 'b' | 'small' | 'span', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

if (input !== null) {
  input.value = new URLSearchParams(location.search).get('q') ?? '';
  input.addEventListener('input', show);
  input.form?.addEventListener('submit', (event) => event.preventDefault());
  if (input.value !== '') show();
  input.focus();
}
