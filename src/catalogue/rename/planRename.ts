import { isCitedLaw } from '../../model/citedLaws.ts';
import type { RenamedElement } from '../../model/renamedElement.ts';
import { pathOf, pointer, positionPath, valueAt, type Path } from '../../model/path.ts';
import { rewordAt, type Rewording } from '../../text/index.ts';
import { bundleNames } from '../bundleReferences.ts';
import { eachReference, type SeeReference } from '../eachReference.ts';
import { divisionOf } from '../itemChain.ts';
import { placeOf } from '../kinds.ts';
import { reworded } from '../reworded.ts';
import { shapeOfKind } from '../source.ts';
import type { Bundle } from '../../model/bundle.ts';
import type { Draft } from '../../model/item.ts';
import type { Catalogue, Source } from '../types.ts';
import { bodyPath, elementNames, type Address } from './elementNames.ts';
import type { NamedKind, Renamable } from './renamable.ts';

/** What it takes to call something otherwise everywhere. */
export type RenamePlan =
  | {
      kind: 'plan';
      /** By the path that each file has now: its text as it will be, and in how many places it differs. */
      texts: ReadonlyMap<string, { text: string; places: number }>;
      /** Files that go to another path, which they have after their text was changed. */
      moves: ReadonlyMap<string, string>;
      elements: readonly RenamedElement[];
    }
  | { kind: 'refused'; file?: string; reason: string; reasonEn: string };

type Renamed = { item: string } | { file: string };
type Places = Map<string, Rewording[]>;
type Files = Pick<Catalogue, 'sources' | 'chains' | 'lookups'>;

/**
 * Everything that changes where `what` is called `to`: the id itself, every place of the catalogue that names it, and
 * the files that are called like it. Refused where the id is malformed, taken or not there.
 */
export function planRename(catalogue: Files, what: Renamable, to: string): RenamePlan {
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(to))
    return refused(
      '标识只能用小写英文字母、数字和连字符，以字母或数字开头，不超过 64 个字符。',
      'Use small Latin letters, digits and hyphens, beginning with a letter or digit, 64 at most.',
    );
  return what.kind === 'element' ? elementPlan(catalogue, what, to) : namedPlan(catalogue, what, to);
}

function elementPlan(
  { sources, chains, lookups }: Files,
  { of, address, id }: Extract<Renamable, { kind: 'element' }>,
  to: string,
): RenamePlan {
  const next = [...address.slice(0, -1), to];
  const chain = 'item' in of ? (chains.get(of.item) ?? []) : [];
  const has = ({ kind, written }: Source<unknown>, element: Address) =>
    elementAt(valueAt(written, bodyPath(kind)), element) !== undefined;
  const single = 'file' in of ? sources.get(of.file) : undefined;
  const files = single === undefined ? chain.map(({ source }) => source) : [single];
  const above = 'item' in of ? lookups.divisionChain(of.division) : [];
  // The highest level that has the element; all below mean the same by its id.
  const first = files.find(
    (source) => (source === single || above.includes(divisionOf(source))) && has(source, address),
  );
  if (first === undefined)
    return refused(`没有标识为“${id}”的一项，不能改。`, `There is no element "${id}" to rename.`);
  if (id === to) return refused('新标识与现在的相同。', 'It has this id already.');
  if (address.length === 2 && address[0] === 'questions' && to === 'variant')
    return refused(
      '“variant”专指业务办理项，请换一个标识。',
      '"variant" stands for the variants; choose another id.',
    );
  const isBelow = (division: string) => lookups.divisionChain(division).includes(divisionOf(first));
  const own = files.filter((source) => source === single || isBelow(divisionOf(source)));
  const taken = files.find(
    (source) => (own.includes(source) || above.includes(divisionOf(source))) && has(source, next),
  );
  if (taken !== undefined)
    return refused(
      `这一组里已有标识“${to}”（${taken.path}）。请换一个。`,
      `The list has "${to}" already (${taken.path}). Choose another id.`,
    );
  const places: Places = new Map();
  for (const source of own) {
    const { kind, path: file, written } = source;
    const body = bodyPath(kind);
    const at = elementAt(valueAt(written, body), address);
    if (at !== undefined) add(places, file, { path: [...body, ...at, 'id'], at: 'value', next: to });
    for (const name of elementNames(kind, written))
      if (isSame(name.address, address)) add(places, file, { path: name.path, at: name.at, next: to });
    if (kind === 'layer') groundsOf(written, address, to).forEach((one) => add(places, file, one));
  }
  for (const source of sources.values()) {
    if (source.kind === 'bundle' && 'item' in of) {
      // The kind of a source tells the type of its value.
      const bundle = source.value as Draft<Bundle>;
      if (first.kind !== 'item' && !(bundle.divisions ?? []).some((one) => one !== undefined && isBelow(one)))
        continue;
      for (const name of bundleNames(bundle))
        if (name.item === of.item && isSame(name.address, address))
          add(places, source.path, { path: name.path, at: 'value', next: to });
    }
    pathsInto(source, { of, address, to }).forEach((one) => add(places, source.path, one));
  }
  const elements = own
    .filter((source) => has(source, address))
    .map(({ kind, path }) => ({ file: path, path: [...bodyPath(kind).map(String), ...address], to }));
  return planned(sources, places, { moves: new Map(), elements });
}

function namedPlan(
  { sources, chains }: Files,
  { as, id }: Extract<Renamable, { kind: 'named' }>,
  to: string,
): RenamePlan {
  const [outer, inner] = as === 'window' ? id.split('/') : [id, id];
  const own =
    as === 'item'
      ? [...(chains.get(id) ?? []).map(({ source }) => source), ...translationsOf(sources, id)]
      : holdersOf(sources, as, id);
  const noun = nouns[as];
  if (own.length === 0 || (as === 'item' && !chains.has(id)))
    return refused(`没有标识为“${id}”的${noun.zh}，不能改。`, `There is no ${noun.en} "${id}" to rename.`);
  if (inner === to) return refused('新标识与现在的相同。', 'It has this id already.');
  if (as === 'law' && isCitedLaw(id))
    return refused(
      '软件自带的字段说明和规则按这个标识引用这部法规，不能改。',
      'Fields and rules that come with the program cite this law by its id, so it stays.',
    );
  const next = as === 'window' ? `${outer}/${to}` : to;
  const taken = as === 'item' ? chains.has(to) : holdersOf(sources, as, next).length > 0;
  if (taken)
    return refused(
      `已有标识为“${to}”的${noun.zh}。请换一个。`,
      `The catalogue has the ${noun.en} "${to}" already. Choose another id.`,
    );
  const places: Places = new Map();
  const moves = new Map<string, string>();
  const elements: RenamedElement[] = [];
  for (const { path: file, written } of own) {
    const entry = entryAt(as, written, inner ?? id);
    add(places, file, { path: [...(entry ?? []), 'id'], at: 'value', next: to });
    if (entry === undefined) moves.set(file, file.replace(new RegExp(`/${id}\\.yaml$`), `/${to}.yaml`));
    else elements.push({ file, path: [String(entry[0]), inner ?? id], to });
  }
  for (const source of sources.values()) {
    const { kind, path: file, written, shape } = source;
    const see: SeeReference = (text, field, path) => {
      const ref = field['x-ref'];
      const isMeant =
        (ref === as && text === id) || (as === 'centre' && ref === 'window' && text.startsWith(`${id}/`));
      const said = as === 'centre' ? reworded(text, { from: id, to }) : next;
      if (isMeant && said !== undefined) add(places, file, { path: path(), at: 'value', next: said });
    };
    eachReference(kind, written, see, shape);
    if (as === 'item' && kind === 'adoption')
      listAt(written, ['items']).forEach((line, i) => {
        if (valueAt(line, ['id']) === id)
          add(places, file, { path: ['items', i, 'id'], at: 'value', next: to });
      });
    if (kind !== 'suppression') continue;
    listAt(written, ['suppressions']).forEach((one, i) => {
      const moved = moves.get(String(valueAt(one, ['file'])));
      if (moved !== undefined)
        add(places, file, { path: ['suppressions', i, 'file'], at: 'value', next: moved });
      if (as === 'rule' && valueAt(one, ['rule']) === id)
        add(places, file, { path: ['suppressions', i, 'rule'], at: 'value', next: to });
    });
    for (const element of elements)
      pathsInto(source, { of: element, address: element.path, to }).forEach((one) => add(places, file, one));
  }
  return planned(sources, places, { moves, elements });
}

const nouns: Record<NamedKind, { zh: string; en: string }> = {
  item: { zh: '事项', en: 'item' },
  law: { zh: '法规', en: 'law' },
  agency: { zh: '机关', en: 'agency' },
  centre: { zh: '中心', en: 'centre' },
  window: { zh: '窗口', en: 'window' },
  calendar: { zh: '日历', en: 'calendar' },
  bundle: { zh: '一件事', en: 'bundle' },
  rule: { zh: '规则', en: 'rule' },
  list: { zh: '清单', en: 'list' },
  profile: { zh: '导入方案', en: 'import profile' },
};

/** The files that are, or hold, the thing of that id; agencies and windows are entries of a list. */
function holdersOf(sources: Files['sources'], as: NamedKind, id: string): Source<unknown>[] {
  const [outer, inner] = id.split('/');
  return [...sources.values()].filter((source) => {
    if (as === 'agency') return source.kind === 'agency' && entryAt(as, source.written, id) !== undefined;
    const place = placeOf(source.path);
    const isFile =
      source.kind === (as === 'window' ? 'centre' : as) && place.kind === 'file' && place.id === outer;
    return isFile && (as !== 'window' || entryAt(as, source.written, inner ?? '') !== undefined);
  });
}

/** Translations that are called like the item that they are of. */
function translationsOf(sources: Files['sources'], id: string): Source<unknown>[] {
  return [...sources.values()].filter(
    ({ kind, written }) =>
      kind === 'translation' && valueAt(written, ['item']) === id && valueAt(written, ['id']) === id,
  );
}

/** Where the entry stands of what is no file of its own. */
function entryAt(as: NamedKind, written: unknown, id: string): Path | undefined {
  const list = as === 'agency' ? 'agencies' : as === 'window' ? 'windows' : undefined;
  return list === undefined ? undefined : elementAt(written, [list, id]);
}

/** Where the element stands in `body`, by positions; `undefined` where it does not. */
function elementAt(body: unknown, address: Address): Path | undefined {
  const at = positionPath(body, address);
  return at !== undefined && valueAt(body, at) !== undefined ? at : undefined;
}

/** The grounds of a layer that are for the element, or for something in it. */
function groundsOf(written: unknown, address: Address, to: string): Rewording[] {
  return listAt(written, ['grounds']).flatMap((ground, i): Rewording[] => {
    const next = pointerTo(valueAt(ground, ['path']), address, to);
    return next === undefined ? [] : [{ path: ['grounds', i, 'path'], at: 'value', next }];
  });
}

/** The places of objections, translations and suppressions that are about the element, or about something in it. */
function pathsInto(
  { kind, written }: Source<unknown>,
  { of, address, to }: { of: Renamed; address: Address; to: string },
): Rewording[] {
  const isAbout = (one: unknown) =>
    'item' in of ? valueAt(one, ['item']) === of.item : valueAt(one, ['file']) === of.file;
  if (kind === 'objection') {
    const next = isAbout(written) ? pointerTo(valueAt(written, ['path']), address, to) : undefined;
    return next === undefined ? [] : [{ path: ['path'], at: 'value', next }];
  }
  if (kind === 'translation')
    return !isAbout(written)
      ? []
      : listAt(written, ['texts']).flatMap((one, i): Rewording[] => {
          const next = pointerTo(valueAt(one, ['path']), address, to);
          return next === undefined ? [] : [{ path: ['texts', i, 'path'], at: 'value', next }];
        });
  if (kind !== 'suppression') return [];
  return listAt(written, ['suppressions']).flatMap((one, i): Rewording[] => {
    const path = valueAt(one, ['path']);
    const next = typeof path === 'string' && isAbout(one) ? stepsTo(path.split('.'), address, to) : undefined;
    return next === undefined
      ? []
      : [{ path: ['suppressions', i, 'path'], at: 'value', next: next.join('.') }];
  });
}

function pointerTo(said: unknown, address: Address, to: string): string | undefined {
  const next = typeof said === 'string' ? stepsTo(pathOf(said), address, to) : undefined;
  return next && pointer(next);
}

/** `steps` with the id at the end of `address` called `to`, where they lead to the element or into it. */
function stepsTo(steps: Path, address: Address, to: string): Path | undefined {
  return address.every((step, i) => String(steps[i]) === step)
    ? steps.with(address.length - 1, to)
    : undefined;
}

/** The texts with all places made, or the first file in which they cannot be made. */
function planned(
  sources: Files['sources'],
  places: Places,
  rest: { moves: ReadonlyMap<string, string>; elements: readonly RenamedElement[] },
): RenamePlan {
  const texts = new Map<string, { text: string; places: number }>();
  for (const [file, wanted] of places) {
    const source = sources.get(file);
    const text =
      source && rewordAt(source.text, wanted, { shape: shapeOfKind(source.kind, source.shape), file });
    if (text === undefined)
      return {
        file,
        ...refused(
          `${file} 里有一处写法特殊，改不了。请先在源码里把它写成一行。`,
          `${file} writes the id in a way that cannot be changed here. Write it on one line in the source first.`,
        ),
      };
    texts.set(file, { text, places: wanted.length });
  }
  return { kind: 'plan', texts, ...rest };
}

function refused(reason: string, reasonEn: string): Extract<RenamePlan, { kind: 'refused' }> {
  return { kind: 'refused', reason, reasonEn };
}

function add(places: Places, file: string, one: Rewording): void {
  const known = places.get(file) ?? [];
  if (!known.some((other) => keyOf(other) === keyOf(one))) places.set(file, [...known, one]);
}

function keyOf({ at, path }: Rewording): string {
  return `${at} ${pointer(path)}`;
}

function listAt(value: unknown, path: Path): readonly unknown[] {
  const list = valueAt(value, path);
  return Array.isArray(list) ? list : [];
}

function isSame(a: Address, b: Address): boolean {
  return a.length === b.length && a.every((step, i) => step === b[i]);
}
