/**
 * A division that `query` names among `places`, by its name or its name without 市, 县 and the like, and the rest of the
 * query. Nothing where the query is the name of a place and no more: then one looks for the word.
 */
export function placeAsked(
  query: string,
  places: readonly (readonly [code: string, name: string])[],
): { code: string; rest: string } | undefined {
  let best: { code: string; word: string } | undefined;
  for (const [code, name] of places)
    for (const word of [name, name.replace(/(?:特别行政区|自治[州县区]|[省市州县区])$/, '')])
      if (word.length > 1 && word.length > (best?.word.length ?? 0) && query.includes(word))
        best = { code, word };
  if (best === undefined) return undefined;
  const rest = query.replace(best.word, ' ').trim();
  return rest === '' ? undefined : { code: best.code, rest };
}
