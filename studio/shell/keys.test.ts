import { expect, it, vi } from 'vitest';

vi.stubGlobal('navigator', { platform: 'Linux x86_64' });
const { isKeys, keyCaps } = await import('./keys.ts');

const event = (key: string, code: string, held: string[] = []) =>
  ({
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
  }) as KeyboardEvent;

it('Mod is Ctrl, and the command key on a Mac', () => {
  expect(isKeys(event('k', 'KeyK', ['ctrl']), 'Mod+K')).toBe(true);
  expect(isKeys(event('k', 'KeyK', ['meta']), 'Mod+K')).toBe(false);
  expect(isKeys(event('k', 'KeyK', ['meta']), 'Mod+K', true)).toBe(true);
  expect(isKeys(event('k', 'KeyK', ['ctrl']), 'Mod+K', true)).toBe(false);
});

it('more held than asked is another key', () => {
  expect(isKeys(event('K', 'KeyK', ['ctrl', 'shift']), 'Mod+K')).toBe(false);
  expect(isKeys(event('k', 'KeyK', ['ctrl', 'alt']), 'Mod+K')).toBe(false);
  expect(isKeys(event('k', 'KeyK'), 'Mod+K')).toBe(false);
});

it('goes by the place of a key that prints something else, as on a Mac with Alt, or in a Pinyin input', () => {
  expect(isKeys(event('÷', 'Slash', ['alt']), 'Alt+/')).toBe(true);
  expect(isKeys(event('Process', 'KeyK', ['ctrl']), 'Mod+K')).toBe(true);
});

it('shows the caps of the machine', () => {
  expect(keyCaps('Mod+Shift+Z')).toEqual(['Ctrl', 'Shift', 'Z']);
  expect(keyCaps('Mod+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
});
