import { onScopeDispose } from 'vue';
import { commands } from './commands.ts';
import { isKeys } from './keys.ts';

/**
 * Has commands done by their keys, as long as the calling component is there and `mayHear` says so. Keys are heard here
 * alone and before the page has them: the source lens knows some of them for something else.
 */
export function hearKeys(mayHear: () => boolean = () => true): void {
  const hear = (event: KeyboardEvent) => {
    if (event.isComposing || !mayHear()) return;
    const focus = event.target instanceof Element ? event.target : document.body;
    const command = commands.value.find(
      ({ keys, alsoKeys, hears }) =>
        [keys, alsoKeys].some((one) => one !== undefined && isKeys(event, one)) && hears?.(focus) !== false,
    );
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    void command.run();
  };
  addEventListener('keydown', hear, true);
  onScopeDispose(() => removeEventListener('keydown', hear, true));
}
