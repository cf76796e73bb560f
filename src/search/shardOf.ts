/**
 * Which of `count` shards holds what is filed under `key`. (FNV-1a over code units, so that index and browser agree on
 * it for ever.)
 */
export function shardOf(key: string, count: number): number {
  return hashOf(key) % count;
}

/** 32 bits of FNV-1a. */
export function hashOf(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}

/**
 * Under what a piece of one or two characters is filed, by how it sounds: a word typed with a wrong character of the
 * same sound, and one typed by its pinyin, are then looked for in the very shard of the right one. `first` is the whole
 * sound, folded; of the second character the first letter will do, since it may not be typed to its end.
 */
export function pieceKey(first: string, second?: string): string {
  return second === undefined ? `1${first}` : `${first}.${second.charAt(0)}`;
}

/** Under what two initials are filed. */
export function initialsKey(initials: string): string {
  return `~${initials}`;
}
