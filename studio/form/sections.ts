import { schemaOf } from '../../src/catalogue/index.ts';
import { builtInShape, type CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { wordsOf } from '../../src/model/field.ts';
import { valueAt, type Path } from '../../src/model/path.ts';
import { followed, type FileKind, type Schema, type Words } from '../../src/model/schemas.ts';

/** A part of the form: one field of the first level, or of `overlay` where the file is a layer. */
export interface Section {
  key: string;
  path: Path;
  schema: Schema;
  title: Words;
  required: boolean;
}

export interface SectionState {
  errors: number;
  warnings: number;
  /** Whether the file itself says something of it. */
  filled: boolean;
}

const known = new WeakMap<CatalogueShape, Map<FileKind, Section[]>>();

/**
 * The sections of a file of `kind`, in the order of its schema in the catalogue's `shape`; the same objects at every
 * call.
 */
export function sectionsOf(kind: FileKind, shape = builtInShape): Section[] {
  let kinds = known.get(shape);
  if (kinds === undefined) known.set(shape, (kinds = new Map()));
  let sections = kinds.get(kind);
  if (sections === undefined) kinds.set(kind, (sections = list(kind, shape)));
  return sections;
}

function list(kind: FileKind, shape: CatalogueShape): Section[] {
  const schema = schemaOf(kind, shape);
  const own = Object.entries(schema.properties ?? {}).filter(([key]) => key !== 'overlay');
  const overlay = kind === 'layer' ? followed(schema.properties!['overlay']!) : undefined;
  const required = new Set(schema.required);
  const section = (key: string, path: Path, child: Schema): Section => ({
    key: path.join('/'),
    path,
    schema: child,
    title: wordsOf(followed(child)),
    required: path.length === 1 && required.has(key),
  });
  const all = [
    ...Object.entries(overlay?.properties ?? {}).map(([key, child]) => section(key, ['overlay', key], child)),
    ...own.map(([key, child]) => section(key, [key], child)),
  ];
  // What names the file comes last: it is never what somebody came to write.
  return [...all.filter((one) => !namesFile(one)), ...all.filter(namesFile)];
}

function namesFile({ key }: Section): boolean {
  return key === 'id' || key === 'sample';
}

/** How far a section has come. */
export function sectionState(
  section: Section,
  value: unknown,
  diagnostics: readonly Diagnostic[],
): SectionState {
  const here = diagnostics.filter(({ path }) => section.path.every((step, i) => path[i] === step));
  return {
    errors: here.filter(({ severity }) => severity === 'error').length,
    warnings: here.filter(({ severity }) => severity === 'warning').length,
    filled: saysSomething(valueAt(value, section.path)),
  };
}

/** Whether there is anything but empty texts, lists and maps in `value`. */
function saysSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return false;
  return typeof value !== 'object' || Object.values(value).some(saysSomething);
}

/** The section in which `path` stands; the first where it stands in none. */
export function sectionAt(sections: readonly Section[], path: Path): Section {
  return sections.find((one) => one.path.every((step, i) => path[i] === step)) ?? sections[0]!;
}
