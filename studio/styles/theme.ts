import { computed, ref, watchEffect } from 'vue';

export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];

const key = 'guicheng.theme';

function remembered(kept: string | null): Theme {
  return themes.find((one) => one === kept) ?? 'system';
}

/** What the person asked for; `system` goes by the machine. Remembered by the browser. */
export const theme = ref<Theme>(remembered(localStorage.getItem(key)));

const machine = matchMedia('(prefers-color-scheme: dark)');
const machineIsDark = ref(machine.matches);
machine.addEventListener('change', ({ matches }) => (machineIsDark.value = matches));

/** Whether the studio is dark now. */
export const isDark = computed(() =>
  theme.value === 'system' ? machineIsDark.value : theme.value === 'dark',
);

// At once, so that the colours stand before anything is read from them.
watchEffect(() => (document.documentElement.dataset['theme'] = isDark.value ? 'dark' : 'light'), {
  flush: 'sync',
});
watchEffect(() => localStorage.setItem(key, theme.value));
// Chosen in one tab, it holds in all.
addEventListener('storage', (event) => {
  if (event.key === key) theme.value = remembered(event.newValue);
});
