import type { Lookups } from '../../catalogue/index.ts';
import type { Draft, Item } from '../../model/item.ts';
import { RecurringList } from '../../model/recurringList.ts';
import { willRecur } from '../../model/recurringValues.ts';
import type { Subject } from './subject.ts';

/** A view with all that it was made of: the division, parts of the item, and what was asked of the catalogue. */
interface Made<T> {
  view: T;
  division: string;
  parts: ReadonlyMap<keyof Item, unknown>;
  askAgain(): void;
  recurs: boolean;
}

/**
 * What `make` makes of an item, once of the very same parts: thousands of items may say the same of their remedies, and
 * whoever reads them in one go has one value for all. Which parts it reads is noted, not guessed. Only a catalogue that
 * notes what it is asked can tell what a view was made of, so elsewhere each is made.
 */
export function recurringView<T>(make: (subject: Subject) => T): (subject: Subject) => T {
  const all = new WeakMap<Lookups, RecurringList<Made<T>>>();
  return (subject) => {
    const { item, division, lookups } = subject;
    if (lookups.noted === undefined) return make(subject);
    let kept = all.get(lookups);
    if (kept === undefined) all.set(lookups, (kept = new RecurringList()));
    if (!kept.isOfUse) return make(subject);
    const known = kept.find((one) => one.division === division && isMadeOf(one, item));
    if (known !== undefined) {
      if (!known.recurs) viewRecurs(known.view);
      known.recurs = true;
      known.askAgain();
      return known.view;
    }
    const { seen, parts } = watched(item);
    const { result: view, again: askAgain } = lookups.noted(() => make({ item: seen, division, lookups }));
    if (parts.isWhole) return view;
    kept.keep({ view, division, parts: parts.read, askAgain, recurs: false });
    return view;
  };
}

/** Views are put together of what this is of: of the value itself, or of the fields that it brings along. */
function viewRecurs(view: unknown): void {
  willRecur(view);
  if (typeof view === 'object' && view !== null && !Array.isArray(view))
    for (const field of Object.values(view)) willRecur(field);
}

function isMadeOf<T>({ parts }: Made<T>, item: Draft<Item>): boolean {
  for (const [key, part] of parts) if (item[key] !== part) return false;
  return true;
}

interface PartsRead {
  read: Map<keyof Item, unknown>;
  /** It was asked which parts there are: then it is made of all of them. */
  isWhole: boolean;
}

/** `item`, and which of its parts are read through it. */
function watched(item: Draft<Item>): { seen: Draft<Item>; parts: PartsRead } {
  const parts: PartsRead = { read: new Map(), isWhole: false };
  const note = (key: string | symbol) => {
    // Parts have names that are texts.
    if (typeof key === 'string') parts.read.set(key as keyof Item, item[key as keyof Item]);
    return undefined;
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
      parts.isWhole = true;
      return Reflect.ownKeys(target);
    },
  });
  return { seen, parts };
}
