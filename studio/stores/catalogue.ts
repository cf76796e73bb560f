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

  return { view, lookups, load };
});
