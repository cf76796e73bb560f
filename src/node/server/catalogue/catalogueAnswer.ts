import type { CatalogueView } from '../../../api/index.ts';
import type { LookupData } from '../../../catalogue/index.ts';
import type { Checked } from '../drafts/compareFindings.ts';
import { catalogueRows, otherFiles } from './catalogueView.ts';
import { packAnswer, type PackedAnswer } from './packedAnswer.ts';

/** What the answer is made of beside the catalogue. */
interface Around {
  oid: string;
  /** Ids of open drafts by the file they touch. */
  drafts: ReadonlyMap<string, string[]>;
  date: string;
}

const known = new WeakMap<Checked, { key: string; answer: Promise<PackedAnswer> }>();
const knownLookups = new WeakMap<Checked, Promise<PackedAnswer>>();

/** The catalogue as the studio lists it, a `CatalogueView`. */
export function catalogueAnswer(checked: Checked, around: Around): Promise<PackedAnswer> {
  const key = JSON.stringify([around.oid, around.date, [...around.drafts]]);
  const last = known.get(checked);
  if (last?.key === key) return last.answer;
  const answer = made(checked, around);
  known.set(checked, { key, answer });
  return answer;
}

function made(checked: Checked, { oid, drafts, date }: Around): Promise<PackedAnswer> {
  const view: CatalogueView = {
    oid,
    lookups: studioLookups(checked),
    rows: catalogueRows(checked, drafts, date),
    others: otherFiles(checked),
  };
  return packAnswer(view);
}

/** What the studio asks of the catalogue where it lists none of it, a `LookupData`: no rows. */
export function lookupsAnswer(checked: Checked): Promise<PackedAnswer> {
  const last = knownLookups.get(checked);
  if (last !== undefined) return last;
  const answer = packAnswer(studioLookups(checked));
  knownLookups.set(checked, answer);
  return answer;
}

/** Without the translations of all items, which are as long as the items and shown by English pages alone. */
function studioLookups({ catalogue }: Checked): LookupData {
  return { ...catalogue.lookupData, translations: [] };
}
