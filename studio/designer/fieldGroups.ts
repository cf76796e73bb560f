import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import { takesFields } from '../../src/model/extendedShape.ts';
import { wordsOf } from '../../src/model/field.ts';
import type { ExtensionFile } from '../../src/model/generated/schemas.ts';
import type { Draft } from '../../src/model/item.ts';
import { followed, type Schema, type Words } from '../../src/model/schemas.ts';

/** A field as the form has it, and what the catalogue says of it. */
export interface DesignedField {
  /** From the root of an item: `service.x-step-free`. */
  path: string;
  key: string;
  title: Words;
  schema: Schema;
  /** Position in `fields` of one that is added, in `changes` of a built-in one that is changed. */
  said: { kind: 'added' | 'changed'; index: number } | undefined;
  isRetired: boolean;
  isRequired: boolean;
}

/** A group of fields of an item that fields may be added to. */
export interface FieldGroup {
  /** `materials.list.*`; empty of the outermost. */
  at: string;
  title: Words;
  fields: DesignedField[];
}

const deepest = 6;

/** The groups of fields of an item in the order of the form, each with its fields as `shape` has them. */
export function fieldGroups(shape: CatalogueShape): FieldGroup[] {
  const { extension } = shape;
  const found: FieldGroup[] = [];
  const visit = (schema: Schema, at: readonly string[], title: Words): void => {
    const whole = followed(schema);
    if (at.length > deepest) return;
    if (whole.items !== undefined) return visit(whole.items, [...at, '*'], title);
    if (whole.properties === undefined) return;
    const place = at.join('.');
    if (takesFields(whole)) found.push({ at: place, title, fields: fieldsIn(whole, place, extension) });
    for (const [key, child] of Object.entries(whole.properties)) {
      const own = wordsOf(followed(child));
      const joined = (before: string, now: string) => (at.length === 0 ? now : `${before} · ${now}`);
      visit(child, [...at, key], {
        zh: joined(title.zh, own.zh || key),
        en: joined(title.en, own.en || key),
      });
    }
  };
  visit(shape.schemas.item, [], { zh: '最外层', en: 'Outermost' });
  return found;
}

function fieldsIn(group: Schema, at: string, extension: Draft<ExtensionFile> | undefined): DesignedField[] {
  const required = new Set(group.required);
  return Object.entries(group.properties!).map(([key, child]) => {
    const schema = followed(child);
    const path = at === '' ? key : `${at}.${key}`;
    const words = wordsOf(schema);
    return {
      path,
      key,
      title: { zh: words.zh || key, en: words.en || key },
      schema: child,
      said: saidOf(extension, at, key, path),
      isRetired: schema['x-retired'] === true,
      isRequired: required.has(key),
    };
  });
}

function saidOf(
  extension: Draft<ExtensionFile> | undefined,
  at: string,
  key: string,
  path: string,
): DesignedField['said'] {
  const added = (extension?.fields ?? []).findIndex((one) => one.key === key && (one.at ?? '') === at);
  if (added >= 0) return { kind: 'added', index: added };
  const changed = (extension?.changes ?? []).findIndex((one) => one.path === path);
  return changed >= 0 ? { kind: 'changed', index: changed } : undefined;
}

/** The group at `at` of an item of `shape`. */
export function groupAt(groups: readonly FieldGroup[], at: string): FieldGroup | undefined {
  return groups.find((one) => one.at === at);
}

/** `Step-free access` → `x-step-free-access`, a key that none of `taken` has. */
export function keyFor(words: string, taken: ReadonlySet<string>): string {
  const stem =
    words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^[-0-9]+|(?<!-)-+$/g, '')
      .slice(0, 36) || 'field';
  for (let n = 1; ; n++) {
    const key = n === 1 ? `x-${stem}` : `x-${stem}-${n}`;
    if (!taken.has(key)) return key;
  }
}

/** `service.phones.advice` → `service-phones-advice`, an id of a change that none of `taken` has. */
export function changeId(path: string, taken: ReadonlySet<string | undefined>): string {
  return freeId(
    path.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
    taken,
  );
}

/** `Coming to the window` → `coming-to-the-window`, an id that none of `taken` has. */
export function freeId(words: string, taken: ReadonlySet<string | undefined>): string {
  const stem =
    words
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 58) || 'group';
  for (let n = 1; ; n++) {
    const id = n === 1 ? stem : `${stem}-${n}`;
    if (!taken.has(id)) return id;
  }
}
