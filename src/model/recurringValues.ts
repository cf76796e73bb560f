const recurring = new WeakSet<object>();

/** Says that many have `value`, which nobody will change: what is reckoned of it once is worth keeping. */
export function willRecur(value: unknown): void {
  if (typeof value === 'object' && value !== null) recurring.add(value);
}

/** Whether that was said of `value`. */
export function recurs(value: unknown): boolean {
  return typeof value === 'object' && value !== null && recurring.has(value);
}

/** `reckon`, which is asked once of each value that recurs. */
export function onceOfRecurring<V, R>(reckon: (value: V) => R): (value: V) => R {
  const kept = new WeakMap<object, R>();
  return (value) => {
    if (!recurs(value)) return reckon(value);
    // Nothing but objects is said to recur.
    const key = value as object;
    let result = kept.get(key);
    if (result === undefined) kept.set(key, (result = reckon(value)));
    return result;
  };
}
