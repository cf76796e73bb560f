import { innerLists, innerReference, type InnerList, type Lookups } from '../../src/catalogue/index.ts';
import type { Path } from '../../src/model/path.ts';
import type { FileKind } from '../../src/model/schemas.ts';
import { nodeAt, pathAt, type Document, type Node, type ScalarNode } from '../../src/text/index.ts';
import { schemasAlong } from './schemasAlong.ts';

/** A stretch of the text, in offsets. */
export interface Stretch {
  from: number;
  to: number;
}

/** Where the thing named at a place of the source is written: in the same text, or in another file. */
export type Definition = Stretch &
  ({ kind: 'here'; target: Stretch } | { kind: 'file'; file: string; id: string });

interface Setting {
  kind: FileKind;
  lookups: Lookups | undefined;
}

/** What the id at `offset` names; `undefined` where it names nothing, or nothing that is there. */
export function definitionAt(document: Document, offset: number, setting: Setting): Definition | undefined {
  const path = pathAt(document, offset);
  const node = nodeAt(document.root, path);
  if (node?.kind !== 'scalar' || offset < node.start || offset > node.end) return undefined;
  const id = String(node.value);
  const from = { from: node.start, to: node.end };
  const inner = innerReference(path);
  if (inner !== undefined) {
    const target = idsOf(document, inner.of, path[0] === 'overlay').find((one) => String(one.value) === id);
    return target && { ...from, kind: 'here', target: stretchOf(target) };
  }
  const ref = schemasAlong(setting.kind, document.root, path)?.at(-1)?.['x-ref'];
  const file =
    ref === undefined || setting.lookups === undefined ? undefined : fileOf(ref, id, setting.lookups);
  return file === undefined ? undefined : { ...from, kind: 'file', file, id };
}

/** Every place of the text that names what the id at `offset` stands for, its own first. */
export function referencesAt(document: Document, offset: number): Stretch[] {
  const path = pathAt(document, offset);
  const node = nodeAt(document.root, path);
  if (node?.kind !== 'scalar') return [];
  const inLayer = path[0] === 'overlay';
  const of = innerReference(path)?.of ?? ownList(inLayer ? path.slice(1) : path);
  if (of === undefined) return [];
  const id = String(node.value);
  const named = (one: ScalarNode) => String(one.value) === id;
  const using: ScalarNode[] = [];
  walk(document.root, [], (one, at) => {
    if (innerReference(at)?.of === of && named(one)) using.push(one);
  });
  return [...idsOf(document, of, inLayer).filter(named), ...using].map(stretchOf);
}

/** The list in whose element `path` is the id. */
function ownList(path: Path): InnerList | undefined {
  if (path.at(-1) !== 'id') return undefined;
  const found = Object.entries(innerLists).find(
    ([, list]) => path.length === list.length + 2 && list.every((key, i) => path[i] === key),
  );
  return found?.[0] as InnerList | undefined;
}

/** The ids of the elements of one of the lists. */
function idsOf(document: Document, of: InnerList, inLayer: boolean): ScalarNode[] {
  const list = nodeAt(document.root, [...(inLayer ? ['overlay'] : []), ...innerLists[of]]);
  if (list?.kind !== 'list') return [];
  return list.elements.flatMap(({ value }) => {
    const id = nodeAt(value, ['id']);
    return id?.kind === 'scalar' ? [id] : [];
  });
}

function walk(node: Node | undefined, path: Path, tell: (scalar: ScalarNode, path: Path) => void): void {
  if (node?.kind === 'map') for (const { key, value } of node.entries) walk(value, [...path, key], tell);
  else if (node?.kind === 'list') node.elements.forEach(({ value }, i) => walk(value, [...path, i], tell));
  else if (node !== undefined) tell(node, path);
}

const stretchOf = ({ start, end }: ScalarNode): Stretch => ({ from: start, to: end });

/** The file of the catalogue that says what `id` of a field with `x-ref: ref` is. */
function fileOf(ref: string, id: string, lookups: Lookups): string | undefined {
  switch (ref) {
    case 'law':
      return lookups.law(id) && `laws/${id}.yaml`;
    case 'agency': {
      const agency = lookups.agency(id);
      return agency && `agencies/${agency.division}.yaml`;
    }
    case 'centre':
      return lookups.centre(id) && `centres/${id}.yaml`;
    case 'window':
      return lookups.window(id) && `centres/${id.split('/')[0]}.yaml`;
    case 'item':
      return lookups.data.items.some((item) => item.id === id) ? `000000/${id}.yaml` : undefined;
    case 'calendar':
      return lookups.data.calendars.some((calendar) => calendar.id === id)
        ? `calendars/${id}.yaml`
        : undefined;
    default:
      return ref.startsWith('codeList:') ? 'catalogue.yaml' : undefined;
  }
}
