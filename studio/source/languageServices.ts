import type { editor, IDisposable, languages } from 'monaco-editor/editor.js';
import type { Lookups } from '../../src/catalogue/index.ts';
import type { Cite, Diagnostic, Fix } from '../../src/model/diagnostic.ts';
import type { FileKind, Words } from '../../src/model/schemas.ts';
import type { Document } from '../../src/text/index.ts';
import { completionsAt, type Completion } from './completionsAt.ts';
import { hoverAt } from './hoverAt.ts';
import type { RenameWish } from './sourceProps.ts';
import type { monaco as Monaco } from './monaco.ts';

/** What the services of one editor ask of it; each answer is the present one. */
export interface ServiceHost {
  model: editor.ITextModel;
  document(): Document;
  kind(): FileKind;
  lookups(): Lookups | undefined;
  diagnostics(): readonly Diagnostic[];
  /** Whether the text may be changed now. */
  writable(): boolean;
  say(words: Words): string;
  fix(fix: Fix): void;
  /** Shows another file of the catalogue. */
  open(file: string): void;
  /** Shows what an article says. */
  article(cite: Cite): void;
  /** Has an id called otherwise, wherever it stands. */
  rename(wish: RenameWish): void;
}

/** Completion, hover and quick fixes for the model of `host`. The answers end them. */
export function registerServices(monaco: typeof Monaco, host: ServiceHost): IDisposable[] {
  // Services are of a language; each answers for its own text only.
  const mine = (model: editor.ITextModel) => model === host.model;
  const command = `guicheng.fix.${host.model.id}`;
  const article = `guicheng.article.${host.model.id}`;
  return [
    monaco.languages.registerCompletionItemProvider('yaml', {
      triggerCharacters: [' ', '-', '[', '{', ',', '/'],
      provideCompletionItems: (model, position) =>
        mine(model) ? suggestionsAt(monaco, host, model.getOffsetAt(position)) : undefined,
    }),
    monaco.languages.registerHoverProvider('yaml', {
      provideHover: (model, position) =>
        mine(model) ? shownHover(monaco, host, { offset: model.getOffsetAt(position), article }) : undefined,
    }),
    monaco.editor.registerCommand(article, (_accessor, cite: Cite) => host.article(cite)),
    monaco.editor.registerCommand(command, (_accessor, fix: Fix) => host.fix(fix)),
    monaco.languages.registerCodeActionProvider('yaml', {
      provideCodeActions: (model, range, { markers }) => ({
        actions: mine(model) && host.writable() ? actionsIn(range, markers, host, command) : [],
        dispose: () => undefined,
      }),
    }),
  ];
}

function suggestionsAt(monaco: typeof Monaco, host: ServiceHost, offset: number): languages.CompletionList {
  const found = host.writable()
    ? completionsAt(host.model.getValue(), offset, {
        kind: host.kind(),
        file: host.document().file,
        data: host.lookups()?.data,
      })
    : undefined;
  if (found === undefined) return { suggestions: [] };
  const range = rangeBetween(monaco, host.model, found.from, found.to);
  return {
    suggestions: found.options.map((option, index) => suggestion(monaco, host, { option, index, range })),
  };
}

function suggestion(
  monaco: typeof Monaco,
  { say }: ServiceHost,
  { option, index, range }: { option: Completion; index: number; range: languages.CompletionItem['range'] },
): languages.CompletionItem {
  const { CompletionItemKind, CompletionItemInsertTextRule } = monaco.languages;
  const kinds = {
    key: option.required ? CompletionItemKind.Field : CompletionItemKind.Property,
    value: CompletionItemKind.EnumMember,
    reference: CompletionItemKind.Reference,
  };
  const required = option.required ? say({ zh: '必填', en: 'required' }) : '';
  return {
    label: { label: option.label, description: [say(option.words), required].filter(Boolean).join(' · ') },
    kind: kinds[option.kind],
    range,
    // A person may type the title instead of the key.
    filterText: `${option.label} ${option.words.zh} ${option.words.en}`,
    sortText: String(index).padStart(5, '0'),
    insertText: snippet(option),
    insertTextRules:
      CompletionItemInsertTextRule.InsertAsSnippet | CompletionItemInsertTextRule.KeepWhitespace,
    ...(option.help !== undefined && { documentation: option.help }),
    ...(option.goesOn && { command: { id: 'editor.action.triggerSuggest', title: '' } }),
  };
}

/** The text to insert in Monaco's notation, with the cursor's place in it. */
function snippet({ insert, cursor }: Completion): string {
  return `${escaped(insert.slice(0, cursor))}$0${escaped(insert.slice(cursor))}`;
}

/** `article` is the command that shows one. */
function shownHover(
  monaco: typeof Monaco,
  host: ServiceHost,
  { offset, article }: { offset: number; article: string },
): languages.Hover | undefined {
  const { say } = host;
  const hover = hoverAt(host.document(), offset, { kind: host.kind(), lookups: host.lookups() });
  if (hover === undefined) return undefined;
  const { title, value, help, laws } = hover;
  const other = title.zh === title.en ? '' : ` ${plain(say({ zh: title.en, en: title.zh }))}`;
  const parts = [
    `**${plain(say(title))}**${other}`,
    value && plain(say(value)),
    help && plain(help),
    laws.length > 0 &&
      `${say({ zh: '依据：', en: 'Law: ' })}${laws
        .map(({ cite, words }) => `[${plain(say(words))}](command:${article}?${asked(cite)})`)
        .join(say({ zh: '、', en: '; ' }))}`,
  ];
  return {
    range: rangeBetween(monaco, host.model, hover.from, hover.to),
    contents: parts
      .filter((part) => typeof part === 'string')
      .map((part) => ({ value: part, isTrusted: { enabledCommands: [article] } })),
  };
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, '\\$&');
}

/** The argument of a command in a link; a bracket in it would end the link. */
function asked(cite: Cite): string {
  return encodeURIComponent(JSON.stringify([cite])).replace(
    /[()]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
}

/** Content is text; what in it looks like Markdown means nothing. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, '\\$&');
}

function actionsIn(
  { startLineNumber, endLineNumber }: { startLineNumber: number; endLineNumber: number },
  markers: readonly editor.IMarkerData[],
  host: ServiceHost,
  command: string,
): languages.CodeAction[] {
  return host.diagnostics().flatMap(({ fix, range, code }) => {
    if (fix === undefined || range === undefined) return [];
    if (range.end.line < startLineNumber || range.start.line > endLineNumber) return [];
    const title = host.say({ zh: fix.title, en: fix.titleEn });
    return [
      {
        title,
        kind: 'quickfix',
        isPreferred: true,
        diagnostics: markers.filter(
          (marker) => marker.code === code && marker.startLineNumber === range.start.line,
        ),
        command: { id: command, title, arguments: [fix] },
      },
    ];
  });
}

function rangeBetween(monaco: typeof Monaco, model: editor.ITextModel, from: number, to: number) {
  return monaco.Range.fromPositions(model.getPositionAt(from), model.getPositionAt(to));
}
