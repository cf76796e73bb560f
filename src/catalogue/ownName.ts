import { valueAt } from '../model/path.ts';
import type { Words } from '../model/schemas.ts';

/** The name or title that a file of any kind gives itself; `undefined` of one that does not, as one of fields or of staff. */
export function ownName(value: unknown): Words | undefined {
  for (const path of [['basics', 'name'], ['name'], ['title']]) {
    const said = valueAt(value, path);
    const [zh, en] = [valueAt(said, ['zh']), valueAt(said, ['en'])];
    if (typeof said === 'string' && said !== '') return { zh: said, en: said };
    if (typeof zh === 'string' && zh !== '') return { zh, en: typeof en === 'string' && en !== '' ? en : zh };
  }
  return undefined;
}
