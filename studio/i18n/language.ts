import { ref, watchEffect } from 'vue';
import type { Words } from '../../src/model/schemas.ts';

export type Language = 'zh' | 'en';

const key = 'guicheng.language';

/** The language of the studio's own words. Content of items stays as it was written. */
export const language = ref<Language>(remembered(localStorage.getItem(key)));

function remembered(kept: string | null): Language {
  return kept === 'en' ? 'en' : 'zh';
}

// Chosen in one tab, it holds in all.
addEventListener('storage', (event) => {
  if (event.key === key) language.value = remembered(event.newValue);
});

watchEffect(() => {
  localStorage.setItem(key, language.value);
  document.documentElement.lang = language.value === 'zh' ? 'zh-CN' : 'en';
});

/**
 * The word for the present language; both stand where they are used, so that a reader of the code sees what a
 * user reads. Reactive inside templates and computed values.
 */
export function t(zh: string, en: string): string {
  return language.value === 'zh' ? zh : en;
}

/** As {@link t}, for words that come as a pair. */
export function say({ zh, en }: Words): string {
  return t(zh, en);
}

/** The sentence of a finding, a refusal or a permission, which carries both languages. */
export function sentence({ message, messageEn }: { message: string; messageEn: string }): string {
  return t(message, messageEn);
}
