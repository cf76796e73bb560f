declare global {
  /** What every file of the index calls. */
  // eslint-disable-next-line no-var -- a global of classic scripts
  var guichengSearch: (name: string, value: unknown) => void;
}

const given = new Map<string, (value: unknown) => void>();
const files = new Map<string, Promise<unknown>>();

globalThis.guichengSearch = (name, value) => given.get(name)?.(value);

/**
 * What `search/NAME.js` hands over. A classic script, since a page that is opened from a folder may fetch nothing else.
 * Rejects where it cannot be loaded, and then tries again at the next call.
 */
export function loadFile(name: string, stamp?: string): Promise<unknown> {
  let file = files.get(name);
  if (file === undefined) {
    file = new Promise((resolve, reject) => {
      given.set(name, resolve);
      const script = document.createElement('script');
      script.src = `search/${name}.js${stamp === undefined ? '' : `?v=${stamp}`}`;
      script.addEventListener('load', () => script.remove());
      script.addEventListener('error', () => {
        script.remove();
        files.delete(name);
        reject(new Error(`No ${name}`));
      });
      document.head.append(script);
    });
    files.set(name, file);
  }
  return file;
}
