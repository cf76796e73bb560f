/** What is chosen of a list, and from where a range is drawn. */
export interface Selection {
  chosen: ReadonlySet<string>;
  anchor: string | undefined;
}

export const nothingChosen: Selection = { chosen: new Set(), anchor: undefined };

/** Chooses `file`, or leaves it, and draws the next range from it. */
export function toggled({ chosen }: Selection, file: string): Selection {
  const next = new Set(chosen);
  if (!next.delete(file)) next.add(file);
  return { chosen: next, anchor: file };
}

/** Chooses `file`, whether it was or not, and draws the next range from it. */
export function chosenWith({ chosen }: Selection, file: string): Selection {
  return { chosen: new Set([...chosen, file]), anchor: file };
}

/** Makes everything in `files` from the anchor to `file` as the anchor is: chosen, or not. */
export function extended(selection: Selection, file: string, files: readonly string[]): Selection {
  const { chosen, anchor } = selection;
  const [from, to] = [anchor === undefined ? -1 : files.indexOf(anchor), files.indexOf(file)];
  if (anchor === undefined || from < 0 || to < 0) return toggled(selection, file);
  const next = new Set(chosen);
  for (const one of files.slice(Math.min(from, to), Math.max(from, to) + 1))
    if (chosen.has(anchor)) next.add(one);
    else next.delete(one);
  return { chosen: next, anchor };
}

/** Chooses all of `files`, or none of them where all are chosen; what is chosen beside them stays. */
export function allToggled({ chosen }: Selection, files: readonly string[]): Selection {
  const next = new Set(chosen);
  if (files.every((file) => chosen.has(file))) for (const file of files) next.delete(file);
  else for (const file of files) next.add(file);
  return { chosen: next, anchor: undefined };
}
