import { placeOf } from '../../src/catalogue/index.ts';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { builtInShape } from '../../src/model/catalogueShape.ts';
import { fieldAt } from '../../src/model/field.ts';
import type { Path } from '../../src/model/path.ts';
import type { Words } from '../../src/model/schemas.ts';

/** 办理时限 › 承诺时限: the titles of the fields on the way to `path` in `file`; empty for the file itself. */
export function placeInWords({ file, path }: Pick<Diagnostic, 'file' | 'path'>, shape = builtInShape): Words {
  const place = placeOf(file);
  if (place.kind !== 'file') return { zh: '', en: '' };
  // A file below a division may be a base or a layer; where it has an overlay, it is a layer.
  const isLayer = path[0] === 'overlay';
  const inside = isLayer ? path.slice(1) : path;
  const kind = isLayer ? 'item' : place.fileKind;
  const titles = inside
    .map((step, i) => ({ step, title: titleAt(inside.slice(0, i + 1)) }))
    // A group's only list goes by the group's name.
    .filter(({ step }) => step !== 'list')
    .map(({ step, title }) => title ?? wordsOfStep(step));
  return { zh: titles.map(({ zh }) => zh).join(' › '), en: titles.map(({ en }) => en).join(' › ') };

  function titleAt(at: Path): Words | undefined {
    const step = at.at(-1);
    const title = fieldAt(kind, at, undefined, shape)?.title;
    const holder = fieldAt(kind, at.slice(0, -1), undefined, shape)?.schema;
    const isElement = typeof step === 'number' || holder?.type === 'array';
    return isElement || title === undefined || title.zh === '' ? undefined : title;
  }
}

function wordsOfStep(step: string | number): Words {
  return typeof step === 'number'
    ? { zh: `第 ${step + 1} 项`, en: `no. ${step + 1}` }
    : { zh: step, en: step };
}
