import type { IDisposable, languages, Uri } from 'monaco-editor/editor.js';
import { definitionAt, referencesAt, type Stretch } from './definitionAt.ts';
import type { ServiceHost } from './languageServices.ts';
import type { monaco as Monaco } from './monaco.ts';

/** Files of the catalogue that are not open in this editor. */
const scheme = 'catalogue';

/**
 * Definition and references for the model of `host`: of what the file has itself in the text, of laws, agencies,
 * centres and items in their files, which the page opens. The answers end them.
 */
export function registerDefinitions(monaco: typeof Monaco, host: ServiceHost): IDisposable[] {
  const named = new Map<string, IDisposable>();
  const here = ({ from, to }: Stretch): languages.Location => ({
    uri: host.model.uri,
    range: monaco.Range.fromPositions(host.model.getPositionAt(from), host.model.getPositionAt(to)),
  });

  /** Where a file begins. Monaco shows only what it has a text of, so the file stands there by its name. */
  function elsewhere(file: string, id: string): languages.Location {
    const uri = monaco.Uri.from({ scheme, path: `/${file}` });
    if (!named.has(file)) {
      const text = `# ${file}\n# ${id}\n`;
      named.set(file, monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, 'yaml', uri));
    }
    return { uri, range: new monaco.Range(1, 1, 1, 1) };
  }

  return [
    monaco.languages.registerDefinitionProvider('yaml', {
      provideDefinition(model, position) {
        if (model !== host.model) return undefined;
        const found = definitionAt(host.document(), model.getOffsetAt(position), {
          kind: host.kind(),
          lookups: host.lookups(),
        });
        if (found === undefined) return undefined;
        return found.kind === 'here' ? here(found.target) : elsewhere(found.file, found.id);
      },
    }),
    monaco.languages.registerReferenceProvider('yaml', {
      provideReferences: (model, position) =>
        model === host.model
          ? referencesAt(host.document(), model.getOffsetAt(position)).map(here)
          : undefined,
    }),
    monaco.editor.registerEditorOpener({
      openCodeEditor(_source, resource: Uri) {
        if (resource.scheme !== scheme) return false;
        host.open(resource.path.slice(1));
        return true;
      },
    }),
    {
      dispose() {
        for (const model of named.values()) model.dispose();
      },
    },
  ];
}
