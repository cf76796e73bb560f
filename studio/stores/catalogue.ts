import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { CatalogueView } from '../../src/api/index.ts';
import { lookupsOf } from '../../src/catalogue/index.ts';
import { api } from '../api/client.ts';

/** What is approved, and what may be asked of it. */
export const useCatalogue = defineStore('catalogue', () => {
  const view = shallowRef<CatalogueView>();
  const lookups = computed(() => view.value && lookupsOf(view.value.lookups));

  async function load(): Promise<CatalogueView> {
    view.value = await api.catalogue();
    return view.value;
  }

  let coming: Promise<CatalogueView> | undefined;

  /** What is there already or on its way, else it is asked for. */
  function ready(): Promise<CatalogueView> {
    if (view.value !== undefined) return Promise.resolve(view.value);
    return (coming ??= load().finally(() => (coming = undefined)));
  }

  return { view, lookups, load, ready };
});
