// Monaco with monaco-yaml and its own validation of the item's schema.
import * as monaco from 'monaco-editor';
import EditorWorker from 'monaco-editor/esm/vs/editor/editor.worker.js?worker';
import { configureMonacoYaml } from 'monaco-yaml';
import YamlWorker from 'monaco-yaml/yaml.worker.js?worker';

const { text, schema } = await (await fetch('/setUp.json')).json();
window.MonacoEnvironment = {
  getWorker: (_, label) => (label === 'yaml' ? new YamlWorker() : new EditorWorker()),
};
configureMonacoYaml(monaco, {
  validate: true,
  enableSchemaRequest: false,
  schemas: [{ uri: 'http://localhost/item.json', fileMatch: ['*'], schema }],
});
const model = monaco.editor.createModel(text, 'yaml', monaco.Uri.parse('file:///item.yaml'));
monaco.editor.create(document.querySelector('#app'), {
  model,
  automaticLayout: true,
  minimap: { enabled: false },
  fontSize: 14,
  lineHeight: 24,
});
document.body.dataset.ready = '';
