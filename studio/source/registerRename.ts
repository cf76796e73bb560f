import type { IDisposable, languages } from 'monaco-editor/editor.js';
import type { ServiceHost } from './languageServices.ts';
import type { monaco as Monaco } from './monaco.ts';
import { renamableAt } from './renamableAt.ts';

/**
 * Renaming of ids in the model of `host`. Monaco asks for the name; what it means for this and other files is shown by
 * the page before anything is made, so that no edits come from here.
 */
export function registerRename(monaco: typeof Monaco, host: ServiceHost): IDisposable {
  const at = (position: Parameters<languages.RenameProvider['provideRenameEdits']>[1]) =>
    renamableAt(host.document(), host.model.getOffsetAt(position), host.lookups()?.shape);
  return monaco.languages.registerRenameProvider('yaml', {
    resolveRenameLocation(model, position) {
      const found = model === host.model && host.writable() ? at(position) : undefined;
      const here = monaco.Range.fromPositions(position);
      if (found === undefined)
        return {
          range: here,
          text: '',
          rejectReason: host.say({
            zh: '这里没有可以改的标识。请把光标放到标识或对它的引用上。',
            en: 'There is no id here. Put the cursor on an id, or on a place that names it.',
          }),
        };
      const [from, to] = [found.from, found.to].map((offset) => model.getPositionAt(offset));
      return { range: monaco.Range.fromPositions(from!, to), text: found.id };
    },
    provideRenameEdits(model, position, to) {
      const found = model === host.model ? at(position) : undefined;
      if (found !== undefined && to !== found.id)
        host.rename({ path: found.path, at: found.at, to: to.trim() });
      return { edits: [] };
    },
  });
}
