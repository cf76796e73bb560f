export type RefUpdate = { kind: 'updated' } | { kind: 'stale'; head: string | undefined };

/** A move of `ref` from the commit that was seen (`undefined`: there must be none) to another. */
export interface RefMove {
  ref: string;
  from: string | undefined;
  to: string;
}

/** Where the refs of a repository stand: in its own folder, or on a remote that several servers share. */
export interface Refs {
  read(ref: string): Promise<string | undefined>;
  /** Refs below `prefix`, `refs/heads/draft/` say, to the commits they name. */
  list(prefix: string): Promise<Map<string, string>>;
  /**
   * Moves a ref, or says what stands there instead. When it says `updated`, the move outlives any machine's end.
   * This is the commit point of every operation.
   */
  update(move: RefMove): Promise<RefUpdate>;
  close(): void;
}
