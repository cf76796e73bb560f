import { onScopeDispose, ref, watch, type Ref } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { filterOfQuery, queryOfFilter, type RowFilter } from './filterRows.ts';

/** Browsers refuse an address that changes with every key; rows follow at once, the address when typing rests. */
const rest = 300;

/** The filter of the catalogue, kept in the address so that it can be sent, marked and come back to. */
export function useRowFilter(): Ref<RowFilter> {
  const route = useRoute();
  const router = useRouter();
  const filter = ref(filterOfQuery(route.query));
  let timer: ReturnType<typeof setTimeout> | undefined;

  watch(
    filter,
    (next) => {
      clearTimeout(timer);
      timer = setTimeout(() => void router.replace({ query: queryOfFilter(next) }), rest);
    },
    { deep: true },
  );
  watch(
    () => route.query,
    (query) => {
      const said = filterOfQuery(query);
      const [ours, theirs] = [queryOfFilter(filter.value), queryOfFilter(said)];
      if (route.name === 'catalogue' && JSON.stringify(ours) !== JSON.stringify(theirs)) filter.value = said;
    },
  );
  // Whoever is on the way to another page must not be called back by the address of this one.
  const leave = router.beforeEach((to) => {
    if (to.name !== 'catalogue') clearTimeout(timer);
  });
  onScopeDispose(() => {
    leave();
    clearTimeout(timer);
  });
  return filter;
}
