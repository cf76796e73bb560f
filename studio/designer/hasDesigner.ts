import type { FileKind } from '../../src/model/schemas.ts';

const designed: readonly FileKind[] = ['rule', 'extension', 'catalogue', 'translation'];

/** Whether files of `kind` are made in a designer. */
export function hasDesigner(kind: FileKind): boolean {
  return designed.includes(kind);
}
