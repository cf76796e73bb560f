const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

/** Places of keys that are not named after what they print. */
const places: Record<string, string> = { '/': 'Slash' };

/**
 * Whether `event` is `keys`, as `Mod+Shift+Z`. A key that prints no Latin letter, as in a Pinyin input or with Alt
 * on a Mac, goes by its place.
 */
export function isKeys(event: KeyboardEvent, keys: string, mac = isMac): boolean {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  const wants = (part: string) => parts.includes(part);
  const [mod, other] = mac ? [event.metaKey, event.ctrlKey] : [event.ctrlKey, event.metaKey];
  return (
    mod === wants('Mod') &&
    !other &&
    event.shiftKey === wants('Shift') &&
    event.altKey === wants('Alt') &&
    (/^[a-z]$/i.test(event.key)
      ? event.key.toUpperCase() === key
      : event.code === (places[key] ?? (key.length === 1 ? `Key${key}` : key)))
  );
}

/** Keys as they stand on this machine's keyboard, one by one. */
export function keyCaps(keys: string, mac = isMac): string[] {
  const caps: Record<string, string> = mac ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' } : { Mod: 'Ctrl' };
  return keys.split('+').map((part) => caps[part] ?? part);
}
