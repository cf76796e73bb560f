import { onScopeDispose, ref } from 'vue';
import { fileAnchor } from './fileAnchor.ts';
import { nextPath, readAt } from './fileWalk.ts';

/** Where the eye is when a part has been gone to, in pixels below the top of the window. */
const readingLine = 160;

/** Keys go to what is written in first. */
const written = 'input, textarea, select, [contenteditable], dialog';

/**
 * Going through the files of a long review: which one is read, by how far the page is scrolled, and the way to the
 * next of those `shown`. Alt with the arrows steps, Alt with Enter calls `tick`; all with a modifier, so that no key
 * of somebody who dictates or types does it by accident.
 */
export function useFileWalk(
  all: () => readonly string[],
  shown: () => readonly string[],
  tick: (path: string) => void,
) {
  const current = ref<string>();
  /** A jump scrolls too, and the last files of a page do not reach its top. */
  let jumpedAt = 0;

  function go(path: string): void {
    const part = document.getElementById(fileAnchor(path));
    if (part === null) return;
    jumpedAt = Date.now();
    current.value = path;
    part.scrollIntoView({ block: 'start' });
    part.focus({ preventScroll: true });
  }

  function step(by: 1 | -1): void {
    const next = nextPath(all(), shown(), { current: current.value, by });
    if (next !== undefined) go(next);
  }

  function onScroll(): void {
    if (Date.now() - jumpedAt < 300) return;
    const tops = shown().flatMap((path) => {
      const part = document.getElementById(fileAnchor(path));
      return part === null ? [] : [{ path, top: part.getBoundingClientRect().top }];
    });
    current.value = readAt(tops, readingLine);
  }

  function onKey(event: KeyboardEvent): void {
    const { altKey, ctrlKey, metaKey, key, target } = event;
    if (!altKey || ctrlKey || metaKey || (target instanceof Element && target.closest(written) !== null))
      return;
    if (key === 'ArrowDown') step(1);
    else if (key === 'ArrowUp') step(-1);
    else if (key === 'Enter' && current.value !== undefined) tick(current.value);
    else return;
    event.preventDefault();
  }

  window.addEventListener('scroll', onScroll, { passive: true });
  window.addEventListener('keydown', onKey);
  onScopeDispose(() => {
    window.removeEventListener('scroll', onScroll);
    window.removeEventListener('keydown', onKey);
  });
  return { current, go, step };
}
