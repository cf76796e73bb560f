import { onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import type { AttachmentView, DraftFile } from '../../src/api/index.ts';
import {
  effectiveItem,
  itemChain,
  itemLevels,
  lookupsOf,
  placeOf,
  shapeOfKind,
  type EffectiveItem,
  type LookupData,
} from '../../src/catalogue/index.ts';
import type { AboutRule } from '../../src/check/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { extendedShape } from '../../src/model/extendedShape.ts';
import type { Edit, Plain } from '../../src/model/edit.ts';
import type { FileKind } from '../../src/model/schemas.ts';
import { edit as editText, readValue, type ReadValue } from '../../src/text/index.ts';
import { openCheckClient } from '../check/checkClient.ts';
import { keepIdentity } from './keepIdentity.ts';
import { whenIdle } from './later.ts';
import { TextDocument } from './textDocument.ts';

/** Milliseconds of quiet before the page of a text is made anew; its check waits for nothing. */
const pause = 300;

/** One file being written, with everything that is made from its text. */
export interface ItemFile {
  path: string;
  document: TextDocument;
  text: Readonly<ShallowRef<string>>;
  kind: Readonly<Ref<FileKind>>;
  /** What the text says; while it cannot be read, what it said last. */
  value: Readonly<ShallowRef<Plain | undefined>>;
  /** Whether the present text can be read. */
  readable: Readonly<Ref<boolean>>;
  /** What the levels above say of the item; `undefined` of a base. */
  inherited: Plain | undefined;
  /** Of a translation, its item at each level that says something, the highest first. */
  levels: readonly EffectiveItem[];
  /** The division of the level whose page is shown. */
  level: Ref<string | undefined>;
  diagnostics: Readonly<ShallowRef<readonly Diagnostic[]>>;
  /** The rules that found something, by code. */
  rules: Readonly<ShallowRef<Record<string, AboutRule>>>;
  /** The guide's page as the text makes it; the last one while it makes none. */
  page: Readonly<ShallowRef<string | undefined>>;
  check: Readonly<Ref<'waiting' | 'current' | 'failed'>>;
  history: Readonly<ShallowRef<{ canUndo: boolean; canRedo: boolean }>>;
  /**
   * Makes edits of the value in the text, as one step; `typing` joins it to the step before it when close. Answers
   * with the reason where they are impossible.
   */
  edit(
    edits: readonly Edit[],
    by: object,
    how?: { typing: boolean },
  ): { message: string; messageEn: string } | undefined;
}

/** Opens one file of a draft that has `attachments`. Ends with the scope it is called in. */
export function useItemFile(
  file: DraftFile,
  lookups: LookupData,
  attachments: Readonly<ShallowRef<readonly AttachmentView[]>>,
): ItemFile {
  const shape = extendedShape(lookups.extension);
  const document = new TextDocument(file.text);
  const text = shallowRef(file.text);
  // Every field asks for the kind; told only when it changes, a key need not go round all of them.
  const kind = ref(kindOf(file.path, file.text));
  const first = readValue(file.text, shapeOfKind(kind.value, shape), file.path);
  const value = shallowRef<Plain | undefined>(first.kind === 'value' ? first.value : undefined);
  const readable = ref(first.kind === 'value');
  const diagnostics = shallowRef<readonly Diagnostic[]>([]);
  const rules = shallowRef<Record<string, AboutRule>>({});
  const page = shallowRef<string>();
  const check = ref<'waiting' | 'current' | 'failed'>('waiting');
  const history = shallowRef({ canUndo: false, canRedo: false });
  const levels =
    kind.value === 'translation' ? itemLevels(itemChain(file.upper, shape), lookupsOf(lookups)) : [];
  const level = ref(levels[0]?.division);

  const client = openCheckClient(
    lookups,
    (answer) => {
      diagnostics.value = answer.diagnostics;
      rules.value = answer.rules;
      check.value = 'current';
    },
    (made) => (page.value = made),
    () => (check.value = 'failed'),
  );
  const ask = () =>
    client.check({
      file: file.path,
      text: document.text,
      upper: file.upper,
      attachments: attachments.value.map(({ path }) => path),
    });
  const draw = () => client.draw(level.value);
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** What an edit has been proven to make, while it is made: it need not be read again. */
  let proven: { text: string; value: Plain | undefined } | undefined;

  const end = document.onChange(() => {
    // The check goes on beside all that the page makes of the text.
    ask();
    text.value = document.text;
    kind.value = kindOf(file.path, document.text);
    if (history.value.canUndo !== document.canUndo || history.value.canRedo !== document.canRedo)
      history.value = { canUndo: document.canUndo, canRedo: document.canRedo };
    const read: ReadValue =
      proven?.value !== undefined && proven.text === document.text
        ? { kind: 'value', value: proven.value }
        : readValue(document.text, shapeOfKind(kind.value, shape), file.path);
    readable.value = read.kind === 'value';
    if (read.kind === 'value') value.value = keepIdentity(value.value, read.value);
    check.value = 'waiting';
    clearTimeout(timer);
    timer = setTimeout(draw, pause);
  });
  // The first check takes its rules along, which is work: the page is shown before.
  const takeBack = whenIdle(() => {
    if (document.version === 0) ask();
    draw();
  });
  watch(attachments, () => {
    ask();
    draw();
  });
  watch(level, draw);
  onScopeDispose(() => {
    clearTimeout(timer);
    takeBack();
    end();
    client.close();
  });

  function edit(edits: readonly Edit[], by: object, how?: { typing: boolean }) {
    const made = editText(document.text, edits, { shape: shapeOfKind(kind.value, shape) });
    if (made.kind === 'impossible') return { message: made.reason, messageEn: made.reasonEn };
    proven = made;
    document.apply(made.changes, by, how);
    proven = undefined;
    return undefined;
  }

  return {
    path: file.path,
    document,
    text,
    kind,
    value,
    readable,
    inherited: inheritedOf(file, shape),
    levels,
    level,
    diagnostics,
    rules,
    page,
    check,
    history,
    edit,
  };
}

function kindOf(path: string, text: string): FileKind {
  const place = placeOf(path, text);
  return place.kind === 'file' ? place.fileKind : 'item';
}

function inheritedOf({ path, upper, division }: DraftFile, shape: CatalogueShape): Plain | undefined {
  // What a bundle is given are its members, and a translation its item: no levels above it.
  if (['bundle', 'translation'].includes(kindOf(path, ''))) return undefined;
  const chain = itemChain(upper, shape);
  // A merged item is made of what files hold, which is plain.
  return chain[0]?.role === 'base' ? (effectiveItem(chain, division).item as Plain) : undefined;
}
