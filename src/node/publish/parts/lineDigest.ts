import { guidePath, type GuideLine, type GuideView } from '../../../guide/index.ts';
import type { GuideFacts } from './siteFacts.ts';
import type { Digest } from './sitePart.ts';

/** A guide as lists know it. */
export interface ListedGuide extends GuideLine {
  /** Ids of the registry's laws that it cites. */
  laws: string[];
  /** Codes of those who may apply. */
  served: string[];
  /** Windows where it is handled: `centre/window`. */
  windows: string[];
}

export const lineDigest: Digest<ListedGuide> = {
  name: 'line',
  of: ({ effective, view }: GuideFacts) => ({
    path: guidePath(effective),
    id: view.id,
    name: view.name,
    everydayName: view.everydayName,
    summary: view.summary,
    division: view.division,
    divisionName: view.divisionName,
    authority: view.decides.name,
    agency: view.decides.agency,
    promised: view.promised,
    fee: feeWord(view),
    themes: effective.item.service?.themes ?? [],
    laws: view.laws,
    served: effective.item.basics?.served ?? [],
    windows: effective.item.service?.windows ?? [],
  }),
};

export function feeWord(view: GuideView): string {
  return view.fees.none === undefined ? '收费' : '不收费';
}

/** `lines` by what `key` says of each, in order of appearance. */
export function linesBy<L>(lines: readonly L[], key: (line: L) => readonly string[]): Map<string, L[]> {
  const groups = new Map<string, L[]>();
  for (const line of lines)
    for (const one of key(line)) {
      const group = groups.get(one);
      if (group === undefined) groups.set(one, [line]);
      else group.push(line);
    }
  return groups;
}
