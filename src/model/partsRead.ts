import type { Draft, Item } from './item.ts';

/** What was read of an item: its parts by the fields that they stand under, also those that it lacks. */
export interface PartsRead {
  names: (keyof Item)[];
  parts: unknown[];
  /** It was asked which parts there are: then it was read whole. */
  isWhole: boolean;
}

/** `item`, and which of its parts are read through it. */
export function watchedParts(item: Draft<Item>): { seen: Draft<Item>; read: PartsRead } {
  const read: PartsRead = { names: [], parts: [], isWhole: false };
  const note = (key: string | symbol) => {
    // Parts have names that are texts.
    if (typeof key !== 'string' || read.names.includes(key as keyof Item)) return;
    read.names.push(key as keyof Item);
    read.parts.push(item[key as keyof Item]);
  };
  const seen = new Proxy(item, {
    get: (target, key) => {
      note(key);
      return Reflect.get(target, key) as unknown;
    },
    has: (target, key) => {
      note(key);
      return Reflect.has(target, key);
    },
    getOwnPropertyDescriptor: (target, key) => {
      note(key);
      return Reflect.getOwnPropertyDescriptor(target, key);
    },
    ownKeys: (target) => {
      read.isWhole = true;
      return Reflect.ownKeys(target);
    },
  });
  return { seen, read };
}

/** Whether `item` has the very parts that were read of another. */
export function hasParts(item: Draft<Item>, { names, parts }: PartsRead): boolean {
  for (let i = 0; i < names.length; i++) if (item[names[i]!] !== parts[i]) return false;
  return true;
}
