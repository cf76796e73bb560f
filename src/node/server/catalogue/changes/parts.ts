import type { CatalogueChange, ChangeEntry, DraftChange } from '../../../../api/index.ts';
import { placeOf, type Lookups } from '../../../../catalogue/index.ts';
import type { FirstStep } from '../../../review/index.ts';

/** What a change comes to, file by file, and the steps that make it. */
export interface Planned {
  entries: ChangeEntry[];
  steps: FirstStep[];
}

export type Change<K extends (CatalogueChange | DraftChange)['kind']> = Extract<
  CatalogueChange | DraftChange,
  { kind: K }
>;

export interface Refused {
  reason: string;
  reasonEn: string;
}

export const unreadable: Refused = {
  reason: '这个文件读不懂，请在编辑器里改正。',
  reasonEn: 'The file cannot be read; mend it in the editor.',
};

/** A plan in which nothing is made, and why. */
export function refusal(file: string, catalogue: Named, { reason, reasonEn }: Refused): Planned {
  return {
    entries: [{ ...called(file, catalogue), outcome: { kind: 'refused', reason, reasonEn } }],
    steps: [],
  };
}

type Named = { lookups: Lookups };

/** What readers call the file at `path`. */
export function called(
  path: string,
  { lookups }: Named,
): Pick<ChangeEntry, 'file' | 'name' | 'divisionName'> {
  const place = placeOf(path);
  const { id, division } = place.kind === 'file' ? place : { id: undefined, division: undefined };
  return {
    file: path,
    name: (id !== undefined && lookups.itemName(id)) || path,
    divisionName: division === undefined ? '' : lookups.divisionName(division),
  };
}

/** One commit that writes `texts`, and no commit where there are none. */
export function editStep(texts: ReadonlyMap<string, string>): FirstStep[] {
  if (texts.size === 0) return [];
  const changes = new Map([...texts].map(([path, text]) => [path, bytesOf(text)]));
  return [{ act: { kind: 'edit', files: [...texts.keys()] }, changes }];
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
