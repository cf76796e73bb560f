import { computed, inject, provide, type ComputedRef, type InjectionKey } from 'vue';
import { builtInShape, type CatalogueShape } from '../../src/model/catalogueShape.ts';
import { useCatalogue } from '../stores/catalogue.ts';

const key: InjectionKey<ComputedRef<CatalogueShape>> = Symbol('shape');

/** Has what stands inside name fields by `shape`: that of a draft, which may add fields and rename others itself. */
export function provideShape(shape: ComputedRef<CatalogueShape>): void {
  provide(key, shape);
}

/** The shape by which fields are named here: of the draft that is shown, else of what is approved. */
export function useShape(): ComputedRef<CatalogueShape> {
  const catalogue = useCatalogue();
  return inject(key, () => computed(() => catalogue.lookups?.shape ?? builtInShape), true);
}
