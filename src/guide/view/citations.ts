import { citeInWords } from '../../model/citedLaws.ts';
import type { Citation } from '../../model/generated/schemas.ts';
import type { Draft } from '../../model/item.ts';
import { onceOfRecurring } from '../../model/recurringValues.ts';
import type { Subject } from './subject.ts';
import type { CitationView } from './types.ts';

/** Citations with the titles of the registry; a law that it lacks goes by its id. */
export function citationViews(subject: Subject, list: Draft<Citation>[] | undefined): CitationView[] {
  return (list ?? []).map((citation) => citationView(subject, citation));
}

type Law = NonNullable<ReturnType<Subject['lookups']['law']>>;

/** Thousands of items cite the same articles. */
const views = new WeakMap<Law, Map<string, CitationView>>();

export function citationView({ lookups }: Subject, citation: Draft<Citation>): CitationView {
  const { law: id = '未写明', article, paragraph, item } = citation;
  const law = lookups.law(id);
  if (law === undefined) return viewOf(undefined, id, citation);
  let known = views.get(law);
  if (known === undefined) views.set(law, (known = new Map()));
  const place = `${article} ${paragraph} ${item}`;
  let view = known.get(place);
  if (view === undefined) known.set(place, (view = viewOf(law, id, citation)));
  return view;
}

function viewOf(law: Law | undefined, id: string, citation: Draft<Citation>): CitationView {
  const { article, paragraph, item } = citation;
  const place = citeInWords({
    law: '',
    ...(article !== undefined && { article }),
    ...(paragraph !== undefined && { paragraph }),
  }).zh.slice('《》'.length);
  const words = `《${law?.title ?? id}》${place}`;
  const known = law?.articles?.find((one) => one.number === article);
  return {
    law: law?.id,
    words: item === undefined ? words : `${words}第（${item}）项`,
    gist: known?.gist,
    article: known?.number,
  };
}

/** Ids of laws cited anywhere in a part of an item. */
const idsIn = onceOfRecurring((part: unknown): ReadonlySet<string> => {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (Array.isArray(value)) for (const element of value) walk(element);
    else
      for (const key of Object.keys(value)) {
        const entry = (value as Record<string, unknown>)[key];
        if (key === 'law' && typeof entry === 'string') found.add(entry);
        else walk(entry);
      }
  };
  walk(part);
  return found;
});

/** Ids of the registry's laws cited anywhere in the item, each once, in order. */
export function citedLawIds({ item, lookups }: Subject): string[] {
  const found = new Set<string>();
  for (const part of Object.values(item)) for (const id of idsIn(part)) found.add(id);
  return [...found].filter((id) => lookups.law(id) !== undefined).sort();
}
