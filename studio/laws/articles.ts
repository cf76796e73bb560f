import { inject, provide, type InjectionKey } from 'vue';
import type { Cite } from '../../src/model/diagnostic.ts';

/** Shows what the cited article says, beside what one is doing. */
type ShowArticle = (cite: Cite) => void;

const key: InjectionKey<ShowArticle> = Symbol('articles');

export function provideArticles(show: ShowArticle): void {
  provide(key, show);
}

/** How to show an article here; `undefined` on pages that have no place for it. */
export function useArticles(): ShowArticle | undefined {
  return inject(key, undefined);
}
