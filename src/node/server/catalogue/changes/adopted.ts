import type { ChangeEntry } from '../../../../api/index.ts';
import { placeOf, shapeOfKind, type Catalogue } from '../../../../catalogue/index.ts';
import { valueAt } from '../../../../model/path.ts';
import { edit, serialize } from '../../../../text/index.ts';
import { called, editStep, refusal, unreadable, type Change, type Planned, type Refused } from './parts.ts';

/** A division takes up an item: a line in what it adopts, and what it says itself where it says something. */
export function adopted(
  { item, division, line: wantsLine, text }: Change<'adopt'>,
  catalogue: Catalogue,
): Planned {
  const { lookups, chains, files, sources } = catalogue;
  const [file, adoption] = [`${division}/${item}.yaml`, `${division}/adopt.yaml`];
  const base = chains.get(item)?.find(({ role }) => role === 'base');
  const above = lookups.divisionChain(division);
  const wrong: Refused | undefined =
    base === undefined || !above.includes(base.division) || base.division === division
      ? {
          reason: '上级没有这个事项的规程，不能采用。请先写出它的基准。',
          reasonEn: 'No level above has a procedure of this item. Write its base first.',
        }
      : text !== undefined && files.has(file)
        ? {
            reason: '这个地区已有这个事项的本级规程，请在目录中找到它修改。',
            reasonEn: 'The division has its own file of the item already; change that.',
          }
        : text !== undefined && placeOf(file, text).kind !== 'file'
          ? unreadable
          : undefined;
  if (wrong !== undefined) return refusal(file, catalogue, wrong);
  const texts = new Map<string, string>();
  const entries: ChangeEntry[] = [];
  if (text !== undefined) {
    texts.set(file, text);
    entries.push({ ...called(file, catalogue), outcome: { kind: 'added' } });
  }
  const source = sources.get(adoption);
  const lines = valueAt(source?.written, ['items']);
  const has = Array.isArray(lines) && lines.some((line) => valueAt(line, ['id']) === item);
  if (wantsLine && !has) {
    const shape = shapeOfKind('adoption', lookups.shape);
    const line = { id: item };
    const made =
      source === undefined
        ? files.has(adoption)
          ? undefined
          : serialize({ division, items: [line] }, { shape })
        : edited(source.text, Array.isArray(lines) ? lines.length : undefined, line, shape);
    if (made === undefined) return refusal(adoption, catalogue, unreadable);
    texts.set(adoption, made);
    entries.push({ ...called(adoption, catalogue), outcome: { kind: 'adopted' } });
  }
  if (texts.size === 0)
    return refusal(adoption, catalogue, {
      reason: '这个地区已经采用这个事项。',
      reasonEn: 'The division adopts the item already.',
    });
  return { entries, steps: editStep(texts) };
}

function edited(
  text: string,
  length: number | undefined,
  line: { id: string },
  shape: ReturnType<typeof shapeOfKind>,
): string | undefined {
  const made = edit(
    text,
    [
      length === undefined
        ? { kind: 'set', path: ['items'], value: [line] }
        : { kind: 'insert', path: ['items', length], value: line },
    ],
    { shape },
  );
  return made.kind === 'edited' ? made.text : undefined;
}
