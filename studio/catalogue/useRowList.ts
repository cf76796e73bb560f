import { computed, onScopeDispose, ref, shallowRef, watch, type Ref, type ShallowRef } from 'vue';
import { useRoute, useRouter, type LocationQuery } from 'vue-router';
import { columnsOf, sortingOf, sortingText, usualColumns, type ColumnId, type Sorting } from './columns.ts';
import { filterOfQuery, queryOfFilter, type RowFilter } from './filterRows.ts';

/** Browsers refuse an address that changes with every key; rows follow at once, the address when typing rests. */
const rest = 300;

const columnsKey = 'guicheng.catalogue.columns';
const densityKey = 'guicheng.catalogue.density';

export interface RowList {
  filter: Ref<RowFilter>;
  sorting: ShallowRef<Sorting | undefined>;
  columns: Readonly<Ref<readonly ColumnId[]>>;
  /** Shows these columns from now on, here and whenever the page is opened in this browser. */
  chooseColumns(chosen: readonly ColumnId[]): void;
  compact: Ref<boolean>;
  /** All of it as the query of an address, to be kept or sent: columns too. */
  query: Readonly<Ref<Record<string, string>>>;
}

/**
 * How the catalogue is listed. What it is narrowed to and sorted by stands in the address, so that it can be sent,
 * marked and come back to; columns are the browser's, unless an address names others.
 */
export function useRowList(): RowList {
  const route = useRoute();
  const router = useRouter();
  const filter = ref(filterOfQuery(route.query));
  const sorting = shallowRef(sortingOf(route.query['sort']));
  const named = shallowRef(namedIn(route.query));
  const own = shallowRef<readonly ColumnId[]>(columnsOf(localStorage.getItem(columnsKey)) ?? usualColumns);
  const compact = ref(localStorage.getItem(densityKey) === 'compact');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const narrowed = () => ({
    ...queryOfFilter(filter.value),
    ...(sorting.value && { sort: sortingText(sorting.value) }),
  });
  const columns = computed(() => named.value ?? own.value);
  const query = computed(() => ({ ...narrowed(), columns: columns.value.join(',') }));
  const address = () => ({ ...narrowed(), ...(named.value && { columns: named.value.join(',') }) });

  watch(
    [filter, sorting, named],
    () => {
      clearTimeout(timer);
      timer = setTimeout(() => void router.replace({ query: address() }), rest);
    },
    { deep: true },
  );
  watch(
    () => route.query,
    (said) => {
      if (route.name !== 'catalogue') return;
      const next = { ...queryOfFilter(filterOfQuery(said)), sort: said['sort'], columns: said['columns'] };
      const now = { ...queryOfFilter(filter.value), sort: address().sort, columns: address().columns };
      if (JSON.stringify(next) === JSON.stringify(now)) return;
      filter.value = filterOfQuery(said);
      sorting.value = sortingOf(said['sort']);
      named.value = namedIn(said);
    },
  );
  watch(compact, (is) => localStorage.setItem(densityKey, is ? 'compact' : 'comfortable'));
  // Whoever is on the way to another page must not be called back by the address of this one.
  const leave = router.beforeEach((to) => {
    if (to.name !== 'catalogue') clearTimeout(timer);
  });
  onScopeDispose(() => {
    leave();
    clearTimeout(timer);
  });
  return {
    filter,
    sorting,
    columns,
    chooseColumns(chosen) {
      own.value = chosen;
      named.value = undefined;
      localStorage.setItem(columnsKey, chosen.join(','));
    },
    compact,
    query,
  };
}

function namedIn({ columns }: LocationQuery): readonly ColumnId[] | undefined {
  return typeof columns === 'string' ? columnsOf(columns) : undefined;
}
