// One source lens on one text, without the rest of the studio. The test fills `window.setUp` before it loads.
import { createApp, h, reactive, shallowRef } from 'vue';
import { lookupsOf, type LookupData } from '../../../../src/catalogue/index.ts';
import type { Cite, Diagnostic, Fix, Range } from '../../../../src/model/diagnostic.ts';
import type { Path } from '../../../../src/model/path.ts';
import { TextDocument } from '../../../../studio/document/textDocument.ts';
import { hearKeys } from '../../../../studio/shell/hearKeys.ts';
import type { RenameWish } from '../../../../studio/source/sourceProps.ts';
import SourceEditor from '../../../../studio/source/SourceEditor.vue';
import '../../../../studio/styles/tokens.css';
import '../../../../studio/styles/base.css';

/** What the test gives. */
export interface SetUp {
  text: string;
  file: string;
  lookups: LookupData;
}

/** What the test may look at and do. */
export interface Harness {
  document: TextDocument;
  /** Changes that the lens made, in order. */
  made: unknown[];
  cursors: Path[];
  fixes: Fix[];
  wishes: RenameWish[];
  articles: Cite[];
  show(diagnostics: Diagnostic[]): void;
  setReadonly(readonly: boolean): void;
  reveal(range: Range): void;
  unmount(): void;
}

const page = window as unknown as { setUp: SetUp; harness: Harness };
const { text, file, lookups } = page.setUp;
const document = new TextDocument(text);
const state = reactive({ readonly: false });
const diagnostics = shallowRef<readonly Diagnostic[]>([]);
const lens = shallowRef<InstanceType<typeof SourceEditor>>();
const made: unknown[] = [];
const cursors: Path[] = [];
const fixes: Fix[] = [];
const wishes: RenameWish[] = [];
const articles: Cite[] = [];
const other = {};
document.onChange(({ changes, by }) => {
  if (by !== other) made.push(changes);
});

const app = createApp({
  setup: () => hearKeys(),
  render: () =>
    h('div', { style: 'height: 100vh' }, [
      h(SourceEditor, {
        ref: lens,
        document,
        file,
        diagnostics: diagnostics.value,
        lookups: lookupsOf(lookups),
        readonly: state.readonly,
        onCursor: (path: Path) => cursors.push(path),
        onFix: (fix: Fix) => fixes.push(fix),
        onArticle: (cite: Cite) => articles.push(cite),
        onRename: (wish: RenameWish) => wishes.push(wish),
      }),
    ]),
});
app.mount('#app');

page.harness = {
  document,
  made,
  cursors,
  fixes,
  wishes,
  articles,
  show: (found) => (diagnostics.value = found),
  setReadonly: (readonly) => (state.readonly = readonly),
  reveal: (range) => lens.value?.reveal(range),
  unmount: () => app.unmount(),
};
