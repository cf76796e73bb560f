import { afterEach, beforeEach, vi } from 'vitest';

/** Gives each test of the file a browser's storage of its own, empty at first; what is in it, to be looked at and spoilt. */
export function storageStub(): { kept: Map<string, string> } {
  const stub = { kept: new Map<string, string>() };
  beforeEach(() => {
    stub.kept = new Map();
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => stub.kept.get(key) ?? null,
      setItem: (key: string, value: string) => stub.kept.set(key, value),
    });
  });
  afterEach(() => vi.unstubAllGlobals());
  return stub;
}
