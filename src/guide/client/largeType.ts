const key = 'guicheng.large';

/** Keeps the type large on every page where a reader chose it on one. */
export function keepLargeType(): void {
  const box = document.querySelector<HTMLInputElement>('#big');
  if (box === null) return;
  box.checked ||= kept();
  box.addEventListener('change', () => keep(box.checked));
}

// A browser that keeps nothing, or forbids it, is no reason to stop.
function kept(): boolean {
  try {
    return localStorage.getItem(key) !== null;
  } catch {
    return false;
  }
}

function keep(on: boolean): void {
  try {
    if (on) localStorage.setItem(key, '1');
    else localStorage.removeItem(key);
  } catch {
    // This page is in large type all the same.
  }
}
