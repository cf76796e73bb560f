import { nextTick, watch, type Ref } from 'vue';
import { shapeOfKind } from '../../src/catalogue/index.ts';
import type { CatalogueShape } from '../../src/model/catalogueShape.ts';
import type { Diagnostic, Range } from '../../src/model/diagnostic.ts';
import type { Path } from '../../src/model/path.ts';
import { nearestRange, read } from '../../src/text/index.ts';
import type { ItemFile } from '../document/useItemFile.ts';
import type { SourceExposed } from '../source/sourceProps.ts';
import type { Lens } from './useLenses.ts';

type LensRef<T> = Readonly<Ref<T | null>>;
interface Reveals {
  reveal(path: Path): unknown;
}

/** The lenses turn to one place of the text: where somebody is in one of them, or what was found. */
export function useFollowing(
  item: ItemFile,
  {
    lenses: { form, source, preview, procedure },
    shape,
    shown,
    toggle,
  }: {
    lenses: {
      form: LensRef<Reveals & { show(path: Path): void }>;
      source: LensRef<SourceExposed>;
      preview: LensRef<Reveals>;
      procedure: LensRef<Reveals>;
    };
    shape: CatalogueShape;
    shown: Readonly<Ref<readonly Lens[]>>;
    toggle(lens: Lens): void;
  },
) {
  /** Where `path` stands in the text as it is. */
  function rangeOf(path: Path): Range {
    const { kind, document } = item;
    return nearestRange(read(document.text, shapeOfKind(kind.value, shape), item.path), path, 'value');
  }

  async function revealInForm(path: Path): Promise<void> {
    if (!shown.value.includes('form')) toggle('form');
    await nextTick();
    await form.value?.reveal(path);
  }

  /** What the source lens is to show once its part of the program is there. */
  let awaited: Range | undefined;
  watch(source, (lens) => {
    if (awaited !== undefined) lens?.reveal(awaited);
    awaited = undefined;
  });

  function revealInSource(range: Range): void {
    if (source.value !== null) return source.value.reveal(range);
    awaited = range;
    if (!shown.value.includes('source')) toggle('source');
  }

  /** Turns the lenses other than `from` to `path`; a click on the preview or a step wants the cursor in the field. */
  async function follow(path: Path, from: Lens): Promise<void> {
    if (from !== 'preview') preview.value?.reveal(path);
    if (from !== 'procedure') procedure.value?.reveal(path);
    if (from !== 'source' && item.readable.value) source.value?.show(rangeOf(path));
    if (from === 'source') form.value?.show(path);
    if (from === 'preview' || from === 'procedure') await revealInForm(path);
  }

  /** Turns all lenses to what was found, the cursor in its field. */
  async function choose(finding: Diagnostic): Promise<void> {
    const range = finding.range ?? rangeOf(finding.path);
    preview.value?.reveal(finding.path);
    procedure.value?.reveal(finding.path);
    // Where nothing can be read there is no field to show.
    if (!item.readable.value || (!shown.value.includes('form') && shown.value.includes('source')))
      return revealInSource(range);
    source.value?.show(range);
    await revealInForm(finding.path);
  }

  return { follow, choose };
}
