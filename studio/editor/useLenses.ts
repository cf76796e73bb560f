import { computed, onScopeDispose, ref, watchEffect } from 'vue';

export const lenses = ['form', 'source', 'procedure', 'preview'] as const;
export type Lens = (typeof lenses)[number];

const key = 'guicheng.lenses';

function remembered(): Lens[] {
  const kept = (localStorage.getItem(key) ?? '')
    .split(' ')
    .filter((one) => (lenses as readonly string[]).includes(one));
  return kept.length > 0 ? (kept as Lens[]) : ['form', 'source', 'preview'];
}

/** Whether an editor that opens now begins with the source beside the form. */
export function opensSource(): boolean {
  return matchMedia('(min-width: 64rem)').matches && remembered().includes('source');
}

/** Which lenses of those `offered` are shown: side by side where the window is wide, else one at a time. Remembered by the browser. */
export function useLenses(offered: (lens: Lens) => boolean) {
  const wide = matchMedia('(min-width: 64rem)');
  const isWide = ref(wide.matches);
  const listen = (event: MediaQueryListEvent) => (isWide.value = event.matches);
  wide.addEventListener('change', listen);
  onScopeDispose(() => wide.removeEventListener('change', listen));

  const chosen = ref<Lens[]>(remembered());
  const single = ref<Lens>('form');
  watchEffect(() => localStorage.setItem(key, chosen.value.join(' ')));

  const shown = computed((): Lens[] => {
    const wanted = isWide.value ? chosen.value : [single.value];
    const here = lenses.filter((lens) => offered(lens) && wanted.includes(lens));
    return here.length > 0 ? here : ['form'];
  });

  /** Beside the others where there is room (the last one stays); else in their place. */
  function toggle(lens: Lens): void {
    if (!isWide.value) single.value = lens;
    else if (!chosen.value.includes(lens)) chosen.value = [...chosen.value, lens];
    else if (chosen.value.length > 1) chosen.value = chosen.value.filter((one) => one !== lens);
  }

  return { isWide, shown, toggle };
}
