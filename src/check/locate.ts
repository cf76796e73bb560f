import { shapeOfKind, type Source } from '../catalogue/index.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { nearestRange, read, type Document } from '../text/index.ts';

/**
 * Gives every diagnostic without a range its place in the text: the value it is about, or the nearest field
 * above one that is missing. Reads again with positions only the files that have something to say.
 */
export function locate(
  diagnostics: readonly Diagnostic[],
  sources: ReadonlyMap<string, Source<unknown>>,
): Diagnostic[] {
  const documents = new Map<string, Document>();
  return diagnostics.map((diagnostic) => {
    const source = sources.get(diagnostic.file);
    if (diagnostic.range !== undefined || source === undefined) return diagnostic;
    let document = documents.get(source.path);
    if (document === undefined) {
      document = read(source.text, shapeOfKind(source.kind, source.shape), source.path);
      documents.set(source.path, document);
    }
    return {
      ...diagnostic,
      range: nearestRange(document, diagnostic.path, unknownField(diagnostic) ? 'key' : 'value'),
    };
  });
}

/** A field that should not be there is shown by its key: its value is not what is wrong. */
function unknownField(diagnostic: Diagnostic): boolean {
  return diagnostic.code === 'schema/additionalProperties';
}
