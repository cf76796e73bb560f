import { effectiveItem, placeOf, type EffectiveItem } from '../../../catalogue/index.ts';
import { diffFile, diffItem, type Change } from '../../../diff/index.ts';
import type { Path } from '../../../model/path.ts';
import type { Checked } from './compareFindings.ts';

/** What changed in one file, field by field. A file that cannot be read, or is no YAML, is one legal change. */
export function fileChanges(path: string, before: Checked, after: Checked): Change[] {
  const old = before.catalogue.sources.get(path);
  const now = after.catalogue.sources.get(path);
  const isUnread = ({ catalogue }: Checked) => catalogue.files.has(path) && !catalogue.sources.has(path);
  const kind = now?.kind ?? old?.kind;
  if (placeOf(path).kind === 'attachment') return [attachmentChange(path, before, after)];
  if (kind === undefined || isUnread(before) || isUnread(after)) {
    const words = { zh: '整个文件', en: 'the whole file' };
    return [{ kind: 'changed', path: [], risk: 'legal', effect: 'neutral', field: words, words }];
  }
  return diffFile(kind, old?.written, now?.written, after.catalogue.lookups);
}

/** An attachment that came, went or was replaced: a form is part of what the law asks to be published. */
function attachmentChange(path: string, before: Checked, after: Checked): Change {
  const [was, is] = [before, after].map(({ catalogue }) => catalogue.files.has(path));
  const kind = was !== is ? (is ? 'added' : 'removed') : 'changed';
  const field = { zh: '附件', en: 'Attachment' };
  const words = {
    added: { zh: '新增附件', en: 'A new attachment' },
    removed: { zh: '删去附件', en: 'The attachment is taken out' },
    changed: { zh: '替换附件', en: 'The attachment is replaced' },
  }[kind];
  return { kind, path: [], risk: 'legal', effect: 'neutral', field, words };
}

/**
 * What changed in one file as a reviewer should see it. Of a layer that is what the item now says there instead,
 * since a layer's own words (`value: 5`, the unit standing above) tell neither meaning nor effect; and then what
 * its text changes without any effect.
 */
export function shownChanges(path: string, before: Checked, after: Checked): Change[] {
  const written = fileChanges(path, before, after);
  const source = after.catalogue.sources.get(path) ?? before.catalogue.sources.get(path);
  if (source?.kind !== 'layer') return written;
  const [old, now] = [before, after].map((checked) => effectiveAt(path, checked));
  const effective = diffItem(old?.item, now?.item, after.catalogue.lookups).map((change) => ({
    ...change,
    path: ['overlay', ...change.path],
  }));
  return [
    ...effective,
    ...written.filter((change) => !effective.some((one) => overlaps(one.path, change.path))),
  ];
}

/** The item that the layer at `path` makes with the files above it. */
function effectiveAt(path: string, { catalogue }: Checked): EffectiveItem | undefined {
  const place = placeOf(path);
  if (place.kind !== 'file' || place.id === undefined || place.division === undefined) return undefined;
  const levels = new Set(catalogue.lookups.divisionChain(place.division));
  const chain = (catalogue.chains.get(place.id) ?? []).filter((step) => levels.has(step.division));
  return chain.length > 0 ? effectiveItem(chain, place.division) : undefined;
}

function overlaps(a: Path, b: Path): boolean {
  return a.slice(0, b.length).every((step, i) => step === b[i]);
}
