// The script of the display board: it turns the pages, and stops when somebody wants to read.
import { keepOffline } from './offline.ts';
import { showClock } from './showClock.ts';

const main = document.querySelector<HTMLElement>('main')!;
const button = document.querySelector<HTMLButtonElement>('[data-pause]')!;
const seconds = Number(main.dataset['seconds']);
let left = seconds;
let isPaused = false;

showClock();
setInterval(() => {
  if (isPaused) return;
  left--;
  // A board of one page comes again too: so it shows what has been published since.
  if (left <= 0) location.replace(main.dataset['next']!);
}, 1000);

function pause(): void {
  isPaused = !isPaused;
  left = seconds;
  button.textContent = isPaused ? '继续' : '暂停';
}

button.dataset['live'] = '';
button.addEventListener('click', pause);
document.addEventListener('keydown', (event) => {
  if (event.key === ' ' && event.target !== button) pause();
});
keepOffline(main.dataset['keep'], ['board.js']).catch((error: unknown) => console.error(error));
