import { RecurringList } from '../../../model/recurringList.ts';
import { onceOfRecurring, willRecur } from '../../../model/recurringValues.ts';
import { Html } from '../../html.ts';
import type { GuideView } from '../../view/types.ts';
import type { Around, Site } from '../layout.ts';
import type { Section } from './fragments.ts';

/** Markup of one section that is kept at most, and how few of those asked for may recur until none is kept any more. */
const mostKept = 200;
const trial = 2000;
const leastRecurring = 0.1;

const textOf = onceOfRecurring((value: unknown) => JSON.stringify(value));

/** A section with the very fields that it was made of last. */
interface Met {
  root: string;
  fields: unknown[];
  section: Section;
}

/**
 * A section made of `fields` of a view and of nothing else: the same permit in a thousand divisions has the same
 * materials and steps, which are then made once. Only the way to the root of the site is in it beside them.
 */
export function recurring<K extends keyof GuideView>(
  fields: readonly K[],
  make: (site: Around, view: Pick<GuideView, K>) => Section,
): (site: Site, view: GuideView) => Section {
  const kept = new Map<string, Section>();
  const met = new RecurringList<Met>();
  let [asked, found] = [0, 0];
  return (site, view) => {
    // The preview says more in its pages, and makes one at a time.
    if (site.inert === true || site.placed === true) return make(site, view);
    if (asked > trial && found < asked * leastRecurring) return make(site, view);
    asked++;
    // Views share what recurs, and then no field has to be looked into.
    const same = met.isOfUse ? met.find((one) => isMetIn(one, site, view)) : undefined;
    if (same !== undefined) {
      found++;
      willRecur(same.section);
      return same.section;
    }
    const key = fields.reduce((all, field) => `${all}\n${textOf(view[field])}`, site.root);
    let section = kept.get(key);
    if (section === undefined) {
      section = inOnePiece(make(site, view));
      if (kept.size >= mostKept) kept.clear();
      kept.set(key, section);
    } else {
      found++;
      willRecur(section);
    }
    met.keep({ root: site.root, fields: fields.map((field) => view[field]), section });
    return section;
  };

  function isMetIn(one: Met, { root }: Site, view: GuideView): boolean {
    if (one.root !== root) return false;
    for (let i = 0; i < fields.length; i++) if (one.fields[i] !== view[fields[i]!]) return false;
    return true;
  }
}

/** `section` with its markup in one piece: looking for what is not there makes one of the many that it was put together of. */
function inOnePiece(section: Section): Section {
  if (section.body instanceof Html) section.body.markup.indexOf('\0');
  return section;
}
