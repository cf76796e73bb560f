export { exportedProfile, exportedProfileId } from './exportedProfile.ts';
export { usualNulls } from './fillDraft.ts';
export { importFiles, type Imported, type ImportedFile, type ImportedRow } from './importFiles.ts';
export { profileProblems } from './profileProblems.ts';
export { readJsonLines } from './readJsonLines.ts';
export { chiefOutcome, outcomeWords, type ImportReport, type Outcome, type ReportEntry } from './report.ts';
export type { Grid, Prose, Records, SourceCell, SourceFile, SourcePart, SourceRow } from './source.ts';
export { parseTarget, targetSchema, targetsOf } from './target.ts';
