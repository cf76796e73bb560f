/** A list of the catalogue that somebody comes back to: what it is narrowed to and which columns it has, as an address. */
export interface SavedView {
  name: string;
  query: Record<string, string>;
}

/** Enough to choose from at a glance. */
export const mostViews = 30;

/** The views that a browser keeps for one person. */
export function readViews(storage: Pick<Storage, 'getItem'>, subject: string): SavedView[] {
  const text = storage.getItem(keyOf(subject));
  if (text === null) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Written by something else; it is replaced when a view is kept next.
    return [];
  }
  return Array.isArray(value) ? value.filter(isView) : [];
}

export function writeViews(
  storage: Pick<Storage, 'setItem'>,
  subject: string,
  views: readonly SavedView[],
): void {
  storage.setItem(keyOf(subject), JSON.stringify(views));
}

/** `views` with `view` among them: in the place of the one of its name, else last. */
export function withView(views: readonly SavedView[], view: SavedView): SavedView[] {
  const at = views.findIndex(({ name }) => name === view.name);
  return at < 0 ? [...views, view].slice(-mostViews) : views.with(at, view);
}

function keyOf(subject: string): string {
  return `guicheng.views.${subject}`;
}

function isView(value: unknown): value is SavedView {
  if (typeof value !== 'object' || value === null) return false;
  const { name, query } = value as Partial<SavedView>;
  return (
    typeof name === 'string' &&
    typeof query === 'object' &&
    query !== null &&
    Object.values(query).every((one) => typeof one === 'string')
  );
}
