import type { Diagnostic, Severity } from '../../src/model/diagnostic.ts';
import { nearestRange, type Document } from '../../src/text/index.ts';

/** A finding as the source editor marks it; lines and columns from 1. */
export interface Marker {
  severity: Severity;
  message: string;
  code: string;
  source: string;
  startLineNumber: number;
  startColumn: number;
  endLineNumber: number;
  endColumn: number;
}

/**
 * The findings of `file`, each at its place, in the words that `say` picks. What has no place of its own stands at
 * the nearest key above it; only for such a one is the `document` asked for.
 */
export function markers(
  diagnostics: readonly Diagnostic[],
  { file, document }: { file: string; document(): Document },
  say: (diagnostic: Diagnostic) => string,
): Marker[] {
  return diagnostics
    .filter((diagnostic) => diagnostic.file === file)
    .map((diagnostic) => {
      const { start, end } = diagnostic.range ?? nearestRange(document(), diagnostic.path, 'value');
      return {
        severity: diagnostic.severity,
        message: say(diagnostic),
        code: diagnostic.code,
        source: '规程',
        startLineNumber: start.line,
        startColumn: start.column,
        endLineNumber: end.line,
        endColumn: end.column,
      };
    });
}
