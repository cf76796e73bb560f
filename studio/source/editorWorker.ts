// The worker of the source editor, a chunk of its own: the editor asks it for what takes long.
import 'monaco-editor/editor/editor.worker.js';
