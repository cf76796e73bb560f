import type { LocationQuery } from 'vue-router';
import type { Scope } from '../../src/report/index.ts';

const keys = ['division', 'agency', 'centre'] as const;

/** What the address says the report is about. */
export function scopeOfQuery(query: LocationQuery): Scope {
  const said: Scope = {};
  for (const key of keys) {
    const value = query[key];
    if (typeof value === 'string' && value !== '') said[key] = value;
  }
  return said;
}

/** The query that {@link scopeOfQuery} reads back: only what narrows. */
export function queryOfScope(scope: Scope): Record<string, string> {
  return Object.fromEntries(
    keys.flatMap((key) => (scope[key] === undefined || scope[key] === '' ? [] : [[key, scope[key]]])),
  );
}
