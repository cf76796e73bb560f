import type { monaco as Monaco } from './monaco.ts';

/**
 * Gives Monaco the colours of the studio as they stand now (`tokens.css`, light or dark) and answers with the
 * theme's name.
 */
export function useStudioColours(monaco: typeof Monaco, dark: boolean): string {
  const style = getComputedStyle(document.documentElement);
  // A minifier shortens #ffffff to #fff, which Monaco does not read.
  const token = (name: string) =>
    style
      .getPropertyValue(`--${name}`)
      .trim()
      .replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');
  const ink = (name: string) => token(name).slice(1);
  const name = dark ? 'guicheng-dark' : 'guicheng-light';
  monaco.editor.defineTheme(name, {
    base: dark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: ink('ink'), background: ink('paper') },
      { token: 'type.yaml', foreground: ink('link') },
      { token: 'string.yaml', foreground: ink('ink') },
      { token: 'number.yaml', foreground: ink('good') },
      { token: 'keyword.yaml', foreground: ink('warning') },
      { token: 'comment', foreground: ink('soft') },
      { token: 'operators', foreground: ink('soft') },
      { token: 'delimiter', foreground: ink('soft') },
      { token: 'delimiter.square.yaml', foreground: ink('soft') },
      { token: 'delimiter.bracket.yaml', foreground: ink('soft') },
    ],
    colors: {
      'editor.background': token('paper'),
      'editor.foreground': token('ink'),
      'editor.lineHighlightBackground': token('ground'),
      'editor.lineHighlightBorder': token('ground'),
      'editorLineNumber.foreground': token('soft'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorGutter.background': token('paper'),
      'editorIndentGuide.background1': token('line'),
      'editorWidget.background': token('paper'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('line-strong'),
      'editorHoverWidget.background': token('paper'),
      'editorHoverWidget.foreground': token('ink'),
      'editorHoverWidget.border': token('line-strong'),
      'editorHoverWidget.statusBarBackground': token('sunken'),
      'editorSuggestWidget.background': token('paper'),
      'editorSuggestWidget.foreground': token('ink'),
      'editorSuggestWidget.border': token('line-strong'),
      'editorSuggestWidget.selectedBackground': token('brand'),
      'editorSuggestWidget.selectedForeground': token('brand-ink'),
      'editorSuggestWidget.selectedIconForeground': token('brand-ink'),
      'editorSuggestWidget.highlightForeground': token('link'),
      'editorSuggestWidget.focusHighlightForeground': token('brand-ink'),
      'editorError.foreground': token('error'),
      'editorWarning.foreground': token('warning'),
      'editorInfo.foreground': token('info'),
      'textLink.foreground': token('link'),
      'textLink.activeForeground': token('link'),
      focusBorder: token('link'),
    },
  });
  return name;
}
