// What the studio does at a change of a text, without any waiting, beside a bare parse of the same text.
import { parse } from 'yaml';
import { lookupsOf, shapeOfKind, type LookupData } from '../../../src/catalogue/index.ts';
import { aboutRules, checkItemText } from '../../../src/check/index.ts';
import type { Plain } from '../../../src/model/edit.ts';
import { readValue } from '../../../src/text/index.ts';
import { keepIdentity } from '../../../studio/document/keepIdentity.ts';
import { TextDocument } from '../../../studio/document/textDocument.ts';
import { markers } from '../../../studio/source/markers.ts';

interface SetUp {
  lookups: LookupData;
  file: string;
  texts: Record<string, string>;
  rounds: number;
}

export type WorkTimes = Record<string, { ours: number[]; parse: number[] }>;

const setUp = (await (await fetch('/setUp.json')).json()) as SetUp;
const lookups = lookupsOf(setUp.lookups);
const shape = shapeOfKind('item');
const word = 'handling: promised';

/** Milliseconds of both for each text, taken in turns; the text becomes wrong and right again from round to round. */
function measure(): WorkTimes {
  return Object.fromEntries(
    Object.entries(setUp.texts).map(([name, text]) => {
      const document = new TextDocument(text);
      const at = text.indexOf(word) + word.length;
      let value: Plain | undefined;
      const ours: number[] = [];
      const bare: number[] = [];
      for (let i = 0; i < setUp.rounds; i++) {
        const letter = i % 2 === 0;
        let from = performance.now();
        document.apply(
          [letter ? { from: at, to: at, insert: 'x' } : { from: at, to: at + 1, insert: '' }],
          setUp,
        );
        const read = readValue(document.text, shape, setUp.file);
        if (read.kind === 'value') value = keepIdentity(value, read.value);
        const setting = { lookups, date: '2026-06-01' };
        const { diagnostics } = checkItemText({ file: setUp.file, text: document.text, upper: [] }, setting);
        aboutRules(diagnostics, setting);
        const found = markers(
          diagnostics,
          {
            file: setUp.file,
            document() {
              throw new Error('Every finding of the check has its place');
            },
          },
          ({ message }) => message,
        );
        ours.push(performance.now() - from);
        if (found.some(({ code }) => code.startsWith('schema/')) !== letter)
          throw new Error(`Round ${i} of ${name} found ${found.length}`);
        from = performance.now();
        parse(document.text);
        bare.push(performance.now() - from);
      }
      return [name, { ours, parse: bare }];
    }),
  );
}

Object.assign(window, { measure });
document.body.dataset['ready'] = '';
