// The script of the search page. It answers while one types; without it the page lists every guide or the ways to them.
import { openSearch, type Found, type Search } from '../openSearch.ts';
import { varied } from '../varied.ts';
import { answer, element } from './answerList.ts';
import { loadFile } from './loadFile.ts';

const atOnce = 10;

const input = document.querySelector<HTMLInputElement>('#q');
const place = document.querySelector<HTMLSelectElement>('#at');
const theme = document.querySelector<HTMLSelectElement>('#theme');
const results = document.querySelector<HTMLElement>('#results');
const count = document.querySelector<HTMLElement>('#count');
const nothing = document.querySelector<HTMLElement>('#nothing');

if (input && place && theme && results && count && nothing)
  start({ input, place, theme, results, count, nothing });

interface Parts {
  input: HTMLInputElement;
  place: HTMLSelectElement;
  theme: HTMLSelectElement;
  results: HTMLElement;
  count: HTMLElement;
  nothing: HTMLElement;
}

function start({ input, place, theme, results, count, nothing }: Parts): void {
  const all = [...results.childNodes];
  const allSaid = [...count.childNodes];
  let search: Promise<Search> | undefined;
  let turn = 0;

  const say = (zh: string, en: string) => count.replaceChildren(zh, ' ', element('span', { lang: 'en' }, en));
  const showAll = () => {
    results.replaceChildren(...all);
    count.replaceChildren(...allSaid);
    nothing.hidden = true;
  };

  const ask = async () => {
    const mine = ++turn;
    const query = input.value.trim();
    keepInAddress({ q: query, at: place.value, theme: theme.value });
    if (query === '') return showAll();
    try {
      search ??= openSearch(loadFile);
      const open = await search;
      const found = await open.find(query, {
        ...(place.value !== '' && { place: place.value }),
        ...(theme.value !== '' && { theme: theme.value }),
      });
      const first = await lines(open, found, 0);
      // What was typed since has its own answer.
      if (mine === turn) show(open, found, first);
    } catch {
      search = undefined;
      if (mine !== turn) return;
      showAll();
      say('搜索没有载入。请用下面的列表，或者再试一次。', 'Search did not load; use the lists below.');
    }
  };

  const lines = async (open: Search, found: Found, from: number) => {
    const shown = await open.shown(found.documents.slice(from, from + atOnce));
    return varied(shown, ([name]) => name).map((one) => answer(one, found, open));
  };

  const show = (open: Search, found: Found, first: HTMLElement[]) => {
    const { length } = found.documents;
    nothing.hidden = length > 0;
    if (length === 0) say('没有找到。换一个说法，或者删去几个字再试。', 'Nothing found.');
    else {
      const where = open.places.find(([code]) => code === found.place)?.[1];
      say(`${where === undefined ? '' : `在${where}`}找到 ${length} 项，最合适的在前。`, `${length} found.`);
    }
    const list = element('ul', { class: 'list' }, ...first);
    results.replaceChildren(...(length === 0 ? [] : [list]));
    if (length > atOnce) results.append(moreButton(open, found, list));
  };

  const moreButton = (open: Search, found: Found, list: HTMLElement) => {
    const button = element('button', { type: 'button', class: 'further' }, '再显示一些 More');
    button.addEventListener('click', async () => {
      const more = await lines(open, found, list.children.length);
      list.append(...more);
      more[0]?.querySelector('a')?.focus();
      if (list.children.length >= found.documents.length) button.remove();
    });
    return button;
  };

  // What an input method is still composing is no word yet.
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) void ask();
  });
  input.addEventListener('compositionend', () => void ask());
  for (const one of [place, theme]) one.addEventListener('change', () => void ask());
  const links = () => [...results.querySelectorAll<HTMLElement>('.list a, .list button, .further')];
  input.form?.addEventListener('submit', (event) => {
    event.preventDefault();
    links()[0]?.focus();
  });
  document.addEventListener('keydown', (event) => {
    if (event.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    const at = document.activeElement;
    const within = at === input || results.contains(at);
    if (!within) return;
    if (event.key === 'Escape') {
      input.value = '';
      input.focus();
      void ask();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const order = [input, ...links()];
      const next = order[order.findIndex((one) => one === at) + (event.key === 'ArrowDown' ? 1 : -1)];
      next?.focus();
    } else return;
    event.preventDefault();
  });

  const asked = new URLSearchParams(location.search);
  input.value = asked.get('q') ?? '';
  place.value = asked.get('at') ?? '';
  theme.value = asked.get('theme') ?? '';
  // Places and themes that the site does not have choose nothing.
  for (const one of [place, theme]) if (one.selectedIndex < 0) one.value = '';
  document.querySelector<HTMLElement>('#narrow')!.dataset['live'] = '';
  input.focus();
  if (input.value !== '') void ask();
}

/** What is asked stands in the address, so that it can be passed on and come back to. */
function keepInAddress(asked: Record<string, string>): void {
  const said = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  try {
    history.replaceState(null, '', said.size === 0 ? location.pathname : `?${said.toString()}`);
  } catch {
    // A page opened from a folder may not change its address in every browser; it answers all the same.
  }
}
