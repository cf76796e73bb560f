import type { Lookups } from '../../catalogue/index.ts';
import { hasParts, watchedParts, type PartsRead } from '../../model/partsRead.ts';
import { RecurringList } from '../../model/recurringList.ts';
import { willRecur } from '../../model/recurringValues.ts';
import type { Subject } from './subject.ts';

/** A view with all that it was made of: the division, parts of the item, and what was asked of the catalogue. */
interface Made<T> {
  view: T;
  division: string;
  read: PartsRead;
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
    const known = kept.find((one) => one.division === division && hasParts(item, one.read));
    if (known !== undefined) {
      if (!known.recurs) viewRecurs(known.view);
      known.recurs = true;
      known.askAgain();
      return known.view;
    }
    const { seen, read } = watchedParts(item);
    const { result: view, again: askAgain } = lookups.noted(() => make({ item: seen, division, lookups }));
    if (read.isWhole) return view;
    kept.keep({ view, division, read, askAgain, recurs: false });
    return view;
  };
}

/** Views are put together of what this is of: of the value itself, or of the fields that it brings along. */
function viewRecurs(view: unknown): void {
  willRecur(view);
  if (typeof view === 'object' && view !== null && !Array.isArray(view))
    for (const field of Object.values(view)) willRecur(field);
}
