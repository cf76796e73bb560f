import { builtInShape, type CatalogueShape } from '../model/catalogueShape.ts';
import { fieldAt } from '../model/field.ts';
import type { Path } from '../model/path.ts';
import type { FileKind, Risk, Schema } from '../model/schemas.ts';
import { walkFields } from '../model/walk.ts';
import type { Change } from './types.ts';

/** The risk of a draft: that of its riskiest change. */
export function highestRisk(changes: readonly Pick<Change, 'risk'>[]): Risk {
  return changes.some(({ risk }) => risk === 'legal') ? 'legal' : 'plain';
}

/**
 * Risk of a change at `path` of a file of `kind`: that which the schema gives the field or the nearest field above
 * it, or a higher one that it gives to anything inside `values`. A whole file is legal, and what no schema knows
 * has the risk of what it stands in. Below `overlay` a layer's fields are the item's.
 */
export function riskOf(kind: FileKind, path: Path, values: readonly unknown[], shape = builtInShape): Risk {
  if (path.length === 0) return 'legal';
  const isOverlay = kind === 'layer' && path[0] === 'overlay';
  const schemaKind = isOverlay ? 'item' : kind;
  const schemaPath = isOverlay ? path.slice(1) : path;
  const field = fieldAt(schemaKind, schemaPath, undefined, shape);
  if (field === undefined) return riskAbove(schemaKind, schemaPath, shape);
  return field.risk === 'legal' || values.some((value) => holdsLegal(field.schema, value))
    ? 'legal'
    : 'plain';
}

function riskAbove(kind: FileKind, path: Path, shape: CatalogueShape): Risk {
  const above = path.slice(0, -1);
  return fieldAt(kind, above, undefined, shape)?.risk ?? riskAbove(kind, above, shape);
}

/** Whether anything below `schema` that `value` has is legal by a word of its own. */
function holdsLegal(schema: Schema, value: unknown): boolean {
  let found = false;
  walkFields(schema, value, (path, field) => {
    found ||= path.length > 0 && field['x-risk'] === 'legal';
  });
  return found;
}
