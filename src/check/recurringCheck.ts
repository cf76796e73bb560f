import type { EffectiveItem, Lookups } from '../catalogue/index.ts';
import { hasParts, watchedParts, type PartsRead } from '../model/partsRead.ts';
import { RecurringList } from '../model/recurringList.ts';
import { recurs } from '../model/recurringValues.ts';

/** What a check finds of an item, and whether it asked where the item holds. */
export interface Checked<T> {
  found: readonly T[];
  asksDivision: boolean;
}

/** An item of which a check found nothing, by all that the check looked at. */
interface Faultless {
  /** `undefined` where the check did not ask. */
  division: string | undefined;
  read: PartsRead;
  askAgain(): void;
  checked: Checked<never>;
}

const nothing: Checked<never> = { found: [], asksDivision: false };
const nothingHere: Checked<never> = { found: [], asksDivision: true };

/** A check that may be left out where it found nothing before. */
export type RecurringCheck<T> = (subject: EffectiveItem) => Checked<T>;

/**
 * `check`, run once on the very same parts as long as nothing is wrong in them: thousands of items may have the same
 * steps. What it looks at is noted, not guessed. Only a catalogue that notes what it is asked can tell what a check
 * depends on, so elsewhere it is run each time.
 */
export function recurringCheck<T>(
  { noted }: Lookups,
  check: (subject: EffectiveItem) => readonly T[],
): RecurringCheck<T> {
  const faultless = new RecurringList<Faultless>();
  return (subject) => {
    if (noted === undefined || !faultless.isOfUse) {
      const seen = new WatchedSubject(subject, subject.item);
      const found = check(seen);
      return { found, asksDivision: seen.asksDivision };
    }
    const { item, division } = subject;
    const known = faultless.find(
      (one) => (one.division === undefined || one.division === division) && hasParts(item, one.read),
    );
    if (known !== undefined) {
      known.askAgain();
      return known.checked;
    }
    const parts = watchedParts(item);
    const seen = new WatchedSubject(subject, parts.seen);
    const { result: found, again: askAgain } = noted(() => check(seen));
    const { asksDivision } = seen;
    if (found.length === 0 && !seen.asksMore && mayRecur(parts.read))
      faultless.keep({
        division: asksDivision ? division : undefined,
        read: parts.read,
        askAgain,
        checked: asksDivision ? nothingHere : nothing,
      });
    return { found, asksDivision };
  };
}

/** What was read of an item that others may have, too: what is kept holds nothing of one item alone. */
function mayRecur({ parts, isWhole }: PartsRead): boolean {
  return !isWhole && parts.every((part) => typeof part !== 'object' || part === null || recurs(part));
}

/** An item in a division, and what is asked of it beside the item itself. */
class WatchedSubject implements EffectiveItem {
  readonly item: EffectiveItem['item'];
  asksDivision = false;
  /** It was asked for what no two items have in common. */
  asksMore = false;
  /** It may be called without the rest. */
  readonly originOf: EffectiveItem['originOf'] = (path) => {
    this.asksMore = true;
    return this.#subject.originOf(path);
  };
  readonly #subject: EffectiveItem;

  constructor(subject: EffectiveItem, item: EffectiveItem['item']) {
    this.#subject = subject;
    this.item = item;
  }

  get id(): string {
    this.asksMore = true;
    return this.#subject.id;
  }
  get division(): string {
    this.asksDivision = true;
    return this.#subject.division;
  }
  get files(): string[] {
    this.asksMore = true;
    return this.#subject.files;
  }
}
