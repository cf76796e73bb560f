// The difference view of Monaco, loaded when somebody asks for it.
import 'monaco-editor/features/diffEditor/register.js';

export { monaco } from './monaco.ts';
