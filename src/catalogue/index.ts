export { assembleCatalogue, readCatalogue } from './catalogue.ts';
export { effectiveItem } from './effective.ts';
export { placeOf, type Place } from './kinds.ts';
export { layerSchema, removeKey, schemaOf } from './layerSchema.ts';
export { lookupsOf } from './lookups.ts';
export { mergeItem, originIn } from './merge.ts';
export { brokenInnerReferences, brokenReferences, type Known } from './references.ts';
export { readSource, shapeOfKind, type ReadResult } from './source.ts';
export type * from './types.ts';
