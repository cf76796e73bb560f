import { expect, it } from 'vitest';
import { validFiles } from '../../tests/validCatalogue.ts';
import { readCatalogue } from './catalogue.ts';
import { filedObjections } from './objections.ts';

const objection = (path: string, answer = '') =>
  `id: o\ndivision: "511502"\nitem: urban-road-excavation-permit\npath: ${path}\nkind: lax\nreason: 太长。\nfiled: {by: 翠屏区, date: 2026-05-01}\n${answer}`;

it('binds each objection to the field as it holds where it was raised, and knows whether it was answered', async () => {
  const files = new Map(await validFiles());
  files.set('objections/511502/a.yaml', objection('/limits/promised'));
  files.set(
    'objections/511502/b.yaml',
    objection('/steps', 'answer: {decision: decline, text: 没有。, by: 某部, date: 2026-05-02}\n'),
  );
  const found = filedObjections(readCatalogue(files));
  expect(found.map(({ source, state }) => [source.path, state])).toEqual([
    ['objections/511502/a.yaml', 'open'],
    ['objections/511502/b.yaml', 'answered'],
  ]);
  expect(found[0]!.about?.origin).toMatchObject({ division: '511500' });
  expect(found[1]!.about).toBeUndefined();
});
