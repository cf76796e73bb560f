import { computed, onScopeDispose, ref, shallowRef, watch } from 'vue';
import type { ImportProfile } from '../../src/api/index.ts';
import type { Lookups } from '../../src/catalogue/index.ts';
import { importFiles, usualNulls, type Imported, type SourceFile } from '../../src/exchange/import/index.ts';
import {
  fieldChoices,
  knownNames,
  partKey,
  pointedProfile,
  pointingProblems,
  sourceTables,
  suggestionFor,
  suggestionsOf,
  type Drawn,
  type Layout,
  type PointedColumn,
  type PointedTable,
  type SourceTable,
} from '../../src/exchange/import/pointing/index.ts';
import type { ProfileFile } from '../../src/model/generated/schemas.ts';
import type { Words } from '../../src/model/schemas.ts';
import { readFiles, type ChosenFile } from './readFiles.ts';

/** A pointed table with what is only suggested in it: names of columns to who suggests. */
export interface StudioTable extends PointedTable {
  suggested: ReadonlyMap<string, string>;
}

/** Rows of each table by which the page shows at once what pointing does. */
const triedRows = 40;

/** The choice of no profile of the catalogue: a new one by pointing. */
export const newProfile = '';

/**
 * The state of an import from its files to the drafts that it would make. Nothing in it is deeply reactive: cells of
 * the sources are told apart by identity, which proxies would break.
 */
export function useImport(lookups: Lookups, profiles: readonly ImportProfile[]) {
  const files = shallowRef<ChosenFile[]>([]);
  const chosen = ref(newProfile);
  /** Instead of what a profile of the catalogue says. */
  const division = ref('');
  const id = ref('');
  const name = ref('');
  const nulls = ref(usualNulls.join(' '));
  const drawn = shallowRef<Drawn>(new Map());
  const tables = shallowRef<StudioTable[]>([]);

  const choices = fieldChoices('item', lookups.shape);
  const suggestions = suggestionsOf(
    choices,
    profiles.map(({ profile }) => profile),
  );
  const known = knownNames(suggestions);
  const takenIds = new Set(profiles.map(({ profile }) => profile.id));

  const sources = computed(() =>
    files.value.flatMap(({ result }): SourceFile[] => (result.kind === 'read' ? [result.file] : [])),
  );

  watch([sources, drawn], () => {
    const held = new Map(tables.value.map((table) => [table.source.key, table]));
    tables.value = sourceTables(sources.value, known, drawn.value).map((source, at) =>
      begun(source, at, held),
    );
  });

  function begun(source: SourceTable, at: number, held: ReadonlyMap<string, StudioTable>): StudioTable {
    const before = held.get(source.key);
    const suggested = new Map<string, string>();
    const columns = source.columns.map(({ name: column }) => {
      const pointed = before?.columns.find((one) => one.name === column);
      if (pointed !== undefined) {
        const by = before?.suggested.get(column);
        if (by !== undefined) suggested.set(column, by);
        return pointed;
      }
      const found = suggestionFor(column, suggestions);
      if (found !== undefined) suggested.set(column, found.profile ?? '');
      return { name: column, rules: found?.rules ?? [], reason: '' };
    });
    if (before !== undefined) return { ...before, source, columns, suggested };
    const isText = source.layout !== 'rows';
    return {
      source,
      // Words of a document beside its table are its title more often than a guide.
      isUsed:
        source.layout !== 'prose' ||
        suggested.size > 1 ||
        sources.value.every(({ parts }) => parts.length === 1),
      continues: false,
      identifier: {
        from: idColumn(source) ?? (isText ? '$file' : '$row'),
        prefix: at === 0 ? 'imp-' : `imp${at + 1}-`,
      },
      division: {},
      columns: withoutClashes(columns, suggested),
      suggested,
    };
  }

  const pointing = computed(() => ({
    id: id.value.trim(),
    name: name.value.trim() || id.value.trim(),
    nulls: nulls.value.split(/\s+/).filter((word) => word !== ''),
    tables: tables.value,
  }));

  const profile = computed((): ProfileFile | undefined => {
    if (chosen.value === newProfile)
      return tables.value.length === 0 ? undefined : pointedProfile(pointing.value);
    const found = profiles.find(({ profile: one }) => one.id === chosen.value)?.profile;
    if (found === undefined || division.value === '') return found;
    return {
      ...found,
      tables: found.tables.map((table) => ({ ...table, division: { value: division.value } })),
    };
  });

  const problems = computed((): Words[] => {
    if (chosen.value === newProfile) return pointingProblems(pointing.value, takenIds);
    const isWithout = profile.value?.tables.some(
      (table) => table.division === undefined && table.path === undefined,
    );
    return isWithout
      ? [
          {
            zh: '这个方案没有说明属于哪个行政区划，请选一个。',
            en: 'The profile does not say the division. Choose one.',
          },
        ]
      : [];
  });

  /** What the first rows become, as the profile stands: it may be unfinished, and want a division still. */
  const tried = computed((): Imported | undefined => {
    if (profile.value === undefined) return undefined;
    const placed = profile.value.tables.map((table) =>
      table.division?.from === undefined && table.division?.value === undefined && table.path === undefined
        ? { ...table, division: { value: '000000' } }
        : table,
    );
    return importFiles(sources.value.map(firstRows), { ...profile.value, tables: placed }, lookups);
  });

  function importAll(): Imported | undefined {
    return profile.value === undefined ? undefined : importFiles(sources.value, profile.value, lookups);
  }

  const reading = ref(false);
  let isOpen = true;
  onScopeDispose(() => (isOpen = false));

  async function add(more: readonly File[]): Promise<void> {
    reading.value = true;
    const read = await readFiles(more);
    if (!isOpen) return;
    const names = new Set(read.map((file) => file.name));
    // Chosen again, a file takes the place of what was read of it before.
    files.value = [...files.value.filter((file) => !names.has(file.name)), ...read];
    reading.value = false;
    if (name.value === '') name.value = (sources.value[0]?.name ?? '').replace(/\.[^.]*$/, '');
    if (id.value === '') id.value = freeId(takenIds);
  }

  function remove(file: string): void {
    files.value = files.value.filter((one) => one.name !== file);
  }

  function change(key: string, next: Partial<StudioTable>): void {
    tables.value = tables.value.map((table) => (table.source.key === key ? { ...table, ...next } : table));
  }

  /** Says what becomes of one column, which is then no mere suggestion. */
  function point(key: string, column: PointedColumn): void {
    const table = tables.value.find(({ source }) => source.key === key);
    if (table === undefined) return;
    const suggested = new Map(table.suggested);
    suggested.delete(column.name);
    change(key, {
      columns: table.columns.map((one) => (one.name === column.name ? column : one)),
      suggested,
    });
  }

  /** Says how the parts of a table are drawn. */
  function redraw(
    table: SourceTable,
    next: { layout?: Layout; heading?: { start: number; depth: number } },
  ): void {
    const said = new Map(drawn.value);
    for (const { file, part } of table.parts) {
      const key = partKey(file, part);
      said.set(key, { ...said.get(key), ...next });
    }
    drawn.value = said;
  }

  return {
    files,
    reading,
    add,
    remove,
    sources,
    chosen,
    division,
    id,
    name,
    nulls,
    tables,
    change,
    point,
    redraw,
    choices,
    profile,
    problems,
    tried,
    importAll,
  };
}

export type Import = ReturnType<typeof useImport>;

/** A column of codes, each its own and made of letters and digits, by which items can be told apart. */
function idColumn({ columns, rows }: SourceTable): string | undefined {
  return columns.find(
    ({ name, samples, filled }) =>
      /编码|代码|编号|code|id$/i.test(name) &&
      filled === rows.length &&
      samples.length === Math.min(filled, 40) &&
      samples.every((text) => /[a-z0-9]/i.test(text)),
  )?.name;
}

/** Columns with suggestions; of two that would write one field, the first keeps it. */
function withoutClashes(
  columns: StudioTable['columns'],
  suggested: Map<string, string>,
): StudioTable['columns'] {
  const seen = new Set<string>();
  return columns.map((column) => {
    const rules = column.rules.filter(({ to, when }) => when !== undefined || !seen.has(to));
    for (const { to } of rules) seen.add(to);
    if (rules.length === 0) suggested.delete(column.name);
    return { ...column, rules };
  });
}

function freeId(taken: ReadonlySet<string>): string {
  for (let number = 1; ; number++) {
    const id = `table-${number}`;
    if (!taken.has(id)) return id;
  }
}

/** The beginning of a source: enough to see what a profile makes of it, little enough to see it at once. */
function firstRows(source: SourceFile): SourceFile {
  const parts = source.parts.map((part) =>
    part.kind === 'prose'
      ? part
      : part.kind === 'grid'
        ? { ...part, rows: part.rows.slice(0, triedRows) }
        : { ...part, rows: part.rows.slice(0, triedRows) },
  );
  return { ...source, parts };
}
