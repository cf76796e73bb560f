// Monaco takes its words when its modules start, so they come first; both are fetched at once.
import 'monaco-editor/nls/lang/zh-cn.js';
export { monaco } from './monaco.ts';
