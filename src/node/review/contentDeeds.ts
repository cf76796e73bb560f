import { placeOf, readSource, shapeOfKind } from '../../catalogue/index.ts';
import { sameValue } from '../../diff/index.ts';
import type { CatalogueShape } from '../../model/catalogueShape.ts';
import type { Edit, Plain } from '../../model/edit.ts';
import { namedPath, positionPath, valueAt, type Path } from '../../model/path.ts';
import { foldThreads, type Act, type Deed } from '../../review/index.ts';
import { edit } from '../../text/index.ts';
import { isCataloguePath } from '../git/index.ts';
import { bytesOf, contentProblem } from './contentProblem.ts';
import type { Parts } from './parts.ts';
import { refusal } from './refusals.ts';
import { shapeAt } from './shapeAt.ts';
import type { Draft, Refusal } from './results.ts';

type Deeds<K extends Deed['kind']> = Extract<Deed, { kind: K }>;
type Reading = Pick<Parts, 'repository'>;

/** What a deed puts into the draft's commit. */
export interface Made {
  kind: 'act';
  act: Act;
  /** Files that it changes. */
  changes?: ReadonlyMap<string, Uint8Array | { blob: string } | null>;
}

/** A suggestion for a field as it stands in the draft. */
export async function suggestion(
  parts: Reading,
  draft: Draft,
  { file, path, value, text }: Deeds<'suggest'>,
): Promise<Made | Refusal> {
  const read = await readFile(parts, draft, file);
  if (read.kind === 'refused') return read;
  const at = positionPath(read.written, path);
  const was = at && valueAt(read.written, at);
  if (at === undefined || was === undefined)
    return refusal(
      '草稿里没有这一处，请对现有的字段提建议。',
      'The draft has no such field; suggest for one that is there.',
    );
  if (sameValue(was, value))
    return refusal('建议与现有内容相同。', 'The suggestion says what stands there already.');
  const made = edited(file, read, [{ kind: 'set', path: at, value }]);
  if (made.kind === 'refused') return made;
  const act: Act = {
    kind: 'suggest',
    file,
    path: namedPath(read.written, at),
    value,
    was: was as Plain, // Read from a text, which holds nothing else.
    ...(text !== undefined && { text }),
  };
  return { kind: 'act', act };
}

/** Puts a suggestion into the text, if the field still says what it said when it was made. */
export async function taken(
  parts: Reading,
  draft: Draft,
  { thread: id }: { thread: string },
): Promise<Made | Refusal> {
  const thread = foldThreads(draft.commits).find((one) => one.id === id);
  const { suggestion: proposed, file, path } = thread ?? {};
  if (proposed === undefined || file === undefined || path === undefined || proposed.state !== 'open')
    return refusal('没有这条待定的建议。', 'There is no such open suggestion.');
  const read = await readFile(parts, draft, file);
  if (read.kind === 'refused') return read;
  const at = positionPath(read.written, path);
  if (at === undefined || !sameValue(valueAt(read.written, at), proposed.was))
    return refusal(
      '这一处在建议之后改过，请在编辑器里按现有内容修改。',
      'The field was changed after it was suggested. Edit it as it stands now.',
    );
  const made = edited(file, read, [{ kind: 'set', path: at, value: proposed.value }]);
  if (made.kind === 'refused') return made;
  return { kind: 'act', act: { kind: 'take', thread: id }, changes: new Map([[file, made.bytes]]) };
}

/** Takes a file out. */
export async function removed(
  { repository }: Reading,
  draft: Draft,
  { file, reason }: Deeds<'remove'>,
): Promise<Made | Refusal> {
  const blob = (await repository.readTree(draft.tip)).get(file);
  if (blob === undefined) return noFile(file);
  return { kind: 'act', act: { kind: 'remove', file, reason }, changes: new Map([[file, null]]) };
}

/** Gives a file another name; where the name is the file's own id, the id in the text goes with it. */
export async function renamed(
  parts: Reading,
  draft: Draft,
  { file, to, reason }: Deeds<'rename'>,
): Promise<Made | Refusal> {
  const tree = await parts.repository.readTree(draft.tip);
  const blob = tree.get(file);
  if (blob === undefined) return noFile(file);
  const [from, into] = [placeOf(file), placeOf(to)];
  const isSameKind =
    from.kind === into.kind &&
    (from.kind !== 'file' ||
      (into.kind === 'file' && into.fileKind === from.fileKind && into.division === from.division));
  if (!isCataloguePath(to) || into.kind === 'unknown' || !isSameKind)
    return refusal('新名字须在同一处、是同一种文件。', 'The new name must be of the same kind and place.');
  if (tree.has(to)) return refusal('已有这个名字的文件。', 'There is a file of that name already.');
  let content: Uint8Array | { blob: string } = { blob };
  if (from.kind === 'file' && into.kind === 'file' && from.id !== undefined && into.id !== undefined) {
    const read = await readFile(parts, draft, file);
    if (read.kind === 'refused') return read;
    if (valueAt(read.written, ['id']) === from.id) {
      const made = edited(to, read, [{ kind: 'set', path: ['id'], value: into.id }]);
      if (made.kind === 'refused') return made;
      content = made.bytes;
    }
  }
  const changes = new Map<string, Uint8Array | { blob: string } | null>([
    [file, null],
    [to, content],
  ]);
  return { kind: 'act', act: { kind: 'rename', file, to, reason }, changes };
}

/** `path` in a file of the draft with its elements named by id; as it is where the file cannot be read. */
export async function lastingPath(parts: Reading, draft: Draft, file: string, path: Path): Promise<Path> {
  const read = await readFile(parts, draft, file);
  return read.kind === 'refused' ? path : namedPath(read.written, path);
}

type ReadFile = { kind: 'read'; text: string; written: unknown; shape: CatalogueShape } | Refusal;

async function readFile({ repository }: Reading, draft: Draft, file: string): Promise<ReadFile> {
  const blob = (await repository.readTree(draft.tip)).get(file);
  if (blob === undefined) return noFile(file);
  const shape = await shapeAt(repository, draft.tip);
  const read = readSource(file, await repository.readBlob(blob), shape);
  if (read.kind !== 'source')
    return refusal('这个文件读不懂，请在编辑器里改正。', 'The file cannot be read; mend it in the editor.');
  return { kind: 'read', text: read.source.text, written: read.source.written, shape };
}

function edited(
  file: string,
  { text, shape }: { text: string; shape: CatalogueShape },
  edits: readonly Edit[],
): { kind: 'bytes'; bytes: Uint8Array } | Refusal {
  const place = placeOf(file, text);
  if (place.kind !== 'file') return noFile(file);
  const made = edit(text, edits, { shape: shapeOfKind(place.fileKind, shape) });
  if (made.kind === 'impossible') return refusal(made.reason, made.reasonEn);
  const bytes = bytesOf(made.text);
  const problem = contentProblem(file, bytes);
  return problem === undefined ? { kind: 'bytes', bytes } : { kind: 'refused', ...problem };
}

function noFile(file: string): Refusal {
  return refusal(`草稿里没有 ${file}。`, `The draft has no ${file}.`);
}
