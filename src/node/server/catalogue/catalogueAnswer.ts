import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { CatalogueView } from '../../../api/index.ts';
import type { Checked } from '../drafts/compareFindings.ts';
import { catalogueRows, otherFiles } from './catalogueView.ts';

const packed = promisify(gzip);

/** A `CatalogueView` as it is sent. */
export interface CatalogueAnswer {
  /** Changes with what it says: whoever has it already is told so in its place. */
  tag: string;
  json: Buffer;
  gzip: Buffer;
}

/** What the answer is made of beside the catalogue. */
interface Around {
  oid: string;
  /** Ids of open drafts by the file they touch. */
  drafts: ReadonlyMap<string, string[]>;
  date: string;
}

const known = new WeakMap<Checked, { key: string; answer: Promise<CatalogueAnswer> }>();

/**
 * The catalogue as the studio lists it, written out and packed once for everybody who asks: ten thousand rows are
 * megabytes, most of them words that come again. It holds nothing of who asks.
 */
export function catalogueAnswer(checked: Checked, around: Around): Promise<CatalogueAnswer> {
  const key = JSON.stringify([around.oid, around.date, [...around.drafts]]);
  const last = known.get(checked);
  if (last?.key === key) return last.answer;
  const answer = made(checked, around);
  known.set(checked, { key, answer });
  return answer;
}

async function made(checked: Checked, { oid, drafts, date }: Around): Promise<CatalogueAnswer> {
  const view: CatalogueView = {
    oid,
    lookups: checked.catalogue.lookupData,
    rows: catalogueRows(checked, drafts, date),
    others: otherFiles(checked),
  };
  const json = Buffer.from(JSON.stringify(view));
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 22);
  return { tag: `"${hash}"`, json, gzip: await packed(json, { level: 5 }) };
}
