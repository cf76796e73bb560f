import type { Store } from '../review/index.ts';
export interface Site {
  x: number;
}
export function openSite(_o: { store: Store; dir: string }): Site {
  return { x: 1 };
}
