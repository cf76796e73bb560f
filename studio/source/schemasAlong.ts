import { schemaOf } from '../../src/catalogue/index.ts';
import { builtInShape } from '../../src/model/catalogueShape.ts';
import { childSchema } from '../../src/model/field.ts';
import type { Path } from '../../src/model/path.ts';
import { followed, type FileKind, type Schema } from '../../src/model/schemas.ts';
import { nodeAt, type Node } from '../../src/text/index.ts';

/**
 * The schemas from that of the file down to that of `path`, one more than the path has steps; `undefined` where
 * the schema has no such place. `root` is the text as far as it could be placed: a half-written file has no
 * value, but what stands in it still chooses among kinds.
 */
export function schemasAlong(
  kind: FileKind,
  root: Node | undefined,
  path: Path,
  shape = builtInShape,
): Schema[] | undefined {
  let schema = followed(schemaOf(kind, shape));
  let node = root;
  const schemas = [schema];
  for (const step of path) {
    const child = childSchema(schema, step, scalarsOf(node));
    if (child === undefined) return undefined;
    schemas.push(child);
    schema = child;
    node = nodeAt(node, [step]);
  }
  return schemas;
}

/** The scalar entries of a map, among them the one that tells its kind; of anything else nothing. */
export function scalarsOf(node: Node | undefined): Record<string, unknown> {
  if (node?.kind !== 'map') return {};
  const scalars = node.entries.flatMap(({ key, value }) =>
    value.kind === 'scalar' ? [[key, value.value] as const] : [],
  );
  return Object.fromEntries(scalars);
}
