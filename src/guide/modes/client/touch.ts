// The script of the touch screen: letters that find, buttons that turn pages, and the way home when nobody is there.
import { keepOffline } from './offline.ts';
import { showClock } from './showClock.ts';

/** Seconds without a touch before the question, and before the answer to it is no longer waited for. */
const [idle, grace] = [60, 15];

const main = document.querySelector<HTMLElement>('main')!;
const isHome = location.pathname.endsWith('/') || location.pathname.endsWith('/index.html');
const inEnglish = document.querySelector<HTMLInputElement>('#en')!;
const goHome = (): void => location.replace(main.dataset['home'] ?? 'index.html');

showClock();
keepLanguage();
resetWhenIdle();
turnByButton();
findByLetters();
document.addEventListener('contextmenu', (event) => event.preventDefault());
document.addEventListener('dragstart', (event) => event.preventDefault());
keepOffline(main.dataset['keep'], ['touch.js']).catch((error: unknown) => console.error(error));

/** The language that one person chose holds on every page, until the next comes. */
function keepLanguage(): void {
  const key = 'guicheng.touch.english';
  inEnglish.checked = sessionStorage.getItem(key) !== null;
  inEnglish.addEventListener('change', () => {
    if (inEnglish.checked) sessionStorage.setItem(key, '1');
    else sessionStorage.removeItem(key);
  });
}

function speakChinese(): void {
  inEnglish.checked = false;
  inEnglish.dispatchEvent(new Event('change'));
}

function resetWhenIdle(): void {
  const dialog = document.querySelector<HTMLDialogElement>('dialog.idle')!;
  const left = dialog.querySelector('[data-left]')!;
  let seconds = 0;
  const stay = (): void => {
    seconds = 0;
    if (dialog.open) dialog.close();
  };
  for (const kind of ['pointerdown', 'keydown', 'wheel', 'touchmove'])
    document.addEventListener(kind, stay, { passive: true });
  dialog.querySelector('[data-stay]')!.addEventListener('click', stay);
  setInterval(() => {
    seconds++;
    if (seconds < idle) return;
    // At home there is nothing to lose.
    if (isHome) {
      stay();
      speakChinese();
      scrollTo(0, 0);
      return;
    }
    left.textContent = String(idle + grace - seconds);
    if (!dialog.open) dialog.showModal();
    if (seconds < idle + grace) return;
    speakChinese();
    goHome();
  }, 1000);
}

function turnByButton(): void {
  const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const button of document.querySelectorAll<HTMLElement>('[data-scroll]')) {
    const way = Number(button.dataset['scroll']);
    button.addEventListener('click', () =>
      scrollBy({ top: way * innerHeight * 0.7, behavior: isCalm ? 'auto' : 'smooth' }),
    );
    // Its place is kept: a bar whose buttons move is pressed wrongly.
    if (document.documentElement.scrollHeight > innerHeight) button.dataset['live'] = '';
  }
}

function findByLetters(): void {
  const board = document.querySelector<HTMLElement>('[data-keys]');
  if (board === null) return;
  const typed = board.querySelector('[data-typed]')!;
  const count = board.querySelector('[data-count]')!;
  const items = [...document.querySelectorAll<HTMLElement>('[data-initials]')];
  let letters = '';
  const show = (): void => {
    typed.textContent = letters === '' ? '　' : letters.toUpperCase();
    let found = 0;
    for (const item of items) {
      item.hidden = !item.dataset['initials']!.includes(letters);
      if (!item.hidden) found++;
    }
    const zh = found === 0 ? '没有找到，退一格再试' : `${found} 项`;
    const en = found === 0 ? 'Nothing found, go back a letter' : `${found} items`;
    count.replaceChildren(words('zh', zh), words('en', en));
  };
  board.addEventListener('click', ({ target }) => {
    const key = target instanceof HTMLElement ? target.dataset['key'] : undefined;
    if (key === undefined) return;
    letters = key === 'clear' ? '' : key === 'back' ? letters.slice(0, -1) : letters + key;
    show();
  });
  board.dataset['live'] = '';
  show();
}

function words(language: 'zh' | 'en', text: string): HTMLElement {
  const span = document.createElement('span');
  span.className = language;
  if (language === 'en') span.lang = 'en';
  span.textContent = text;
  return span;
}
