import { defineStore } from 'pinia';
import { computed, shallowRef } from 'vue';
import type { CatalogueView } from '../../src/api/index.ts';
import { lookupsOf, type LookupData } from '../../src/catalogue/index.ts';
import { api } from '../api/client.ts';

/** What is approved, and what may be asked of it. */
export const useCatalogue = defineStore('catalogue', () => {
  const view = shallowRef<CatalogueView>();
  const lookupData = shallowRef<LookupData>();
  const lookups = computed(() => lookupData.value && lookupsOf(lookupData.value));

  async function load(): Promise<CatalogueView> {
    const loaded = await api.catalogue();
    view.value = loaded;
    lookupData.value = loaded.lookups;
    return loaded;
  }

  let coming: Promise<CatalogueView> | undefined;

  /** What is there already or on its way, else it is asked for. */
  function ready(): Promise<CatalogueView> {
    if (view.value !== undefined) return Promise.resolve(view.value);
    return (coming ??= load().finally(() => (coming = undefined)));
  }

  /** What may be asked of it, alone: pages that do not list it wait for no more than that. */
  async function readyLookups(ask: () => Promise<LookupData> = api.lookups): Promise<LookupData> {
    if (lookupData.value !== undefined) return lookupData.value;
    const loaded = await ask();
    // A whole catalogue that came meanwhile is as new.
    return (lookupData.value ??= loaded);
  }

  return { view, lookupData, lookups, load, ready, readyLookups };
});
