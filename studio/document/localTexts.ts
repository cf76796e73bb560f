import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/** A text that the server has not acknowledged yet. */
export interface LocalText {
  text: string;
  /** Version of the draft that it was written on. */
  tip: string;
  /** Milliseconds since 1970. */
  at: number;
}

interface Shelf extends DBSchema {
  texts: { key: string; value: LocalText };
}

let opened: Promise<IDBPDatabase<Shelf>> | undefined;

function shelf(): Promise<IDBPDatabase<Shelf>> {
  opened ??= openDB<Shelf>('guicheng', 1, { upgrade: (db) => void db.createObjectStore('texts') });
  return opened;
}

/**
 * Texts kept in this browser until the server has them, by person, draft and file: a dead tab, a lost network
 * or a crash loses nothing. All calls reject where the browser keeps nothing (private windows of some).
 */
export const localTexts = {
  get: async (key: string): Promise<LocalText | undefined> => (await shelf()).get('texts', key),
  put: async (key: string, text: LocalText): Promise<void> =>
    void (await (await shelf()).put('texts', text, key)),
  remove: async (key: string): Promise<void> => (await shelf()).delete('texts', key),
};
