export { brokenBundleReferences } from './bundleReferences.ts';
export { bulkChange, type BulkChange, type BulkField } from './bulkChange.ts';
export { bundleText, filesOfBundle, type BundleText } from './bundleText.ts';
export {
  adoptsNothing,
  assembleCatalogue,
  attachmentFindings,
  extensionPath,
  layerOfNothing,
  lookupDataOf,
  misplaced,
  noConfig,
  readCatalogue,
  shapeIn,
} from './catalogue.ts';
export { codeUses, recoded, type CodeUse, type Recoding } from './codeUses.ts';
export { eachReference, type SeeReference } from './eachReference.ts';
export { effectiveItem } from './effective.ts';
export {
  explainField,
  fieldsOf,
  findFields,
  nearFields,
  type Explained,
  type FieldName,
  type LayerSays,
} from './explain.ts';
export { innerLists, innerReference, type InnerList, type InnerReference } from './innerReference.ts';
export { divisionOf, itemChain, itemSources } from './itemChain.ts';
export {
  bundleTemplate,
  itemTemplate,
  layerTemplate,
  objectionTemplate,
  ruleTemplate,
} from './itemTemplate.ts';
export { placeOf, type Place } from './kinds.ts';
export { layerSchema, removeKey, schemaOf } from './layerSchema.ts';
export { lawImpact, type LawImpact, type Reliance } from './lawImpact.ts';
export { listsInForce, permitType, unlistedPermits } from './listsInForce.ts';
export { lookupsOf } from './lookups.ts';
export { guideFinder, memberItems, type GuideFinder } from './memberItems.ts';
export { makeList } from './makeList.ts';
export { mergeItem, originIn } from './merge.ts';
export { migration, type FileMigration } from './migration.ts';
export { namedFiles } from './namedFiles.ts';
export { filedObjections, type Filed } from './objections.ts';
export { ownName } from './ownName.ts';
export { decidingDepartments, itemOwner, ownersOf, type Writing } from './ownersOf.ts';
export { brokenInnerReferences, brokenReferences, type Known } from './references.ts';
export { amendments, renamedTo, type Amendment } from './rename/amendments.ts';
export { planRename, type RenamePlan } from './rename/planRename.ts';
export { renamable, type NamedKind, type Renamable } from './rename/renamable.ts';
export { reworded } from './reworded.ts';
export { readSource, shapeOfKind, type ReadResult } from './source.ts';
export { RecurringParts } from '../text/index.ts';
export {
  itemLevels,
  listedTexts,
  staleTexts,
  translatedTexts,
  translationFile,
  translationTemplate,
  type StaleText,
  type TranslatableText,
} from './translations.ts';
export type * from './types.ts';
