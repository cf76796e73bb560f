// Monaco as the studio loads it with one text in it, and nothing else.
import { monaco } from '../../../studio/source/monaco.ts';

const { text } = (await (await fetch('/setUp.json')).json()) as { text: string };
monaco.editor.create(document.querySelector<HTMLElement>('#app')!, {
  value: text,
  language: 'yaml',
  minimap: { enabled: false },
  fontSize: 14,
  lineHeight: 24,
});
