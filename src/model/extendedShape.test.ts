import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { readValue } from '../text/index.ts';
import { shapeOfKind } from '../catalogue/index.ts';
import { builtInShape } from './catalogueShape.ts';
import { addedFieldsOf, extendedShape } from './extendedShape.ts';
import { childSchema } from './field.ts';
import type { ExtensionFile } from './generated/schemas.ts';
import { followed, type Schema } from './schemas.ts';

const file = fileURLToPath(new URL('../../schemas/examples/valid/extension.yaml', import.meta.url));
const read = readValue(readFileSync(file, 'utf8'), shapeOfKind('extension'), 'extension/item.yaml');
if (read.kind === 'problems') throw new Error(read.diagnostics[0]!.messageEn);
const example = read.value as unknown as ExtensionFile; // The example is held to its schema by a test of its own.
const shape = extendedShape(example);
const { item } = shape.schemas;

function fieldOf(schema: Schema, ...steps: (string | number)[]): Schema | undefined {
  return steps.reduce<Schema | undefined>((here, step) => here && childSchema(here, step), followed(schema));
}

describe('the shape of a catalogue', () => {
  it('is the built-in one where nothing is added, and one and the same for one extension', () => {
    expect(extendedShape(undefined)).toBe(builtInShape);
    expect(extendedShape(example)).toBe(shape);
  });

  it('has an added field with its words, values and policy', () => {
    expect(fieldOf(item, 'service', 'x-step-free')).toEqual({
      title: '无障碍通道',
      'x-en': 'Step-free access',
      description: '轮椅能否从门口到办理窗口。',
      type: 'string',
      enum: ['all', 'help', 'none'],
      'x-labels': {
        all: { zh: '全程无障碍', en: 'all the way' },
        help: { zh: '有人协助', en: 'with help' },
        none: { zh: '没有', en: 'none' },
      },
      'x-risk': 'plain',
      'x-overlay': { policy: 'local' },
      'x-section': 'service',
      'x-group': { zh: '到哪里办', en: 'Where to go' },
    });
    expect(fieldOf(item, 'service')?.required).toContain('x-step-free');
    expect(fieldOf(item, 'materials', 'list', 0, 'x-stamp-note')?.maxLength).toBe(40);
    expect(fieldOf(item, 'x-old-number')?.['x-retired']).toBe(true);
    expect(addedFieldsOf(shape).map(({ key }) => key)).toEqual([
      'x-step-free',
      'x-stamp-note',
      'x-old-number',
    ]);
  });

  it('tightens what is built in, and puts the fields of the form in order', () => {
    expect(fieldOf(item, 'service', 'phones', 'advice')?.title).toBe('咨询热线');
    expect(fieldOf(item, 'service', 'phones')?.required).toEqual(['advice']);
    expect(fieldOf(item, 'basics', 'state')?.enum).toEqual(['in-force', 'cancelled']);
    expect(Object.keys(fieldOf(item, 'service')!.properties!).slice(0, 4)).toEqual([
      'windows',
      'x-step-free',
      'hours',
      'inCentre',
    ]);
  });

  it('changes nothing of the built-in schemas, and shares what it does not touch', () => {
    expect(fieldOf(builtInShape.schemas.item, 'service', 'x-step-free')).toBeUndefined();
    expect(item.properties!['fees']).toBe(builtInShape.schemas.item.properties!['fees']);
  });

  const field = { id: 'f', title: { zh: '字段', en: 'Field' }, key: 'x-f', type: 'text' } as const;
  test.each<[string, Parameters<typeof extendedShape>[0]]>([
    ['a place that items have not', { fields: [{ ...field, at: 'nowhere' }] }],
    ['a place inside one of several kinds', { fields: [{ ...field, at: 'fees.list.*.standard' }] }],
    ['a list instead of its elements', { fields: [{ ...field, at: 'materials.list' }] }],
    ['a map of free keys', { fields: [{ ...field, at: 'materials.list.*.when' }] }],
    ['a key of the product', { fields: [{ ...field, key: 'basics' }] }],
    ['a choice of nothing', { fields: [{ ...field, type: 'choice' }] }],
    ['a place that every object has', { fields: [{ ...field, at: 'constructor' }] }],
  ])('leaves out %s', (_, extension) => {
    const { schemas } = extendedShape(extension);
    expect(schemas.item).toBe(builtInShape.schemas.item);
  });

  it('does not loosen: no plain risk, no value anew, no end for what must be there', () => {
    const retired = { since: '2026-01-01', reason: '不用了' };
    const made = extendedShape({
      changes: [
        { id: 'a', path: 'limits', risk: 'plain' },
        { id: 'b', path: 'basics.state', options: ['in-force', 'unheard-of'] },
        { id: 'c', path: 'basics.name', retired },
      ],
    }).schemas.item;
    expect(fieldOf(made, 'limits')?.['x-risk']).toBe(
      fieldOf(builtInShape.schemas.item, 'limits')?.['x-risk'],
    );
    expect(fieldOf(made, 'basics', 'state')?.enum).toEqual(['in-force']);
    expect(fieldOf(made, 'basics', 'name')?.['x-retired']).toBeUndefined();
  });

  it('takes the first of two fields with one key', () => {
    const second = { ...field, id: 'g', type: 'boolean' } as const;
    const made = extendedShape({ fields: [field, second] });
    expect(addedFieldsOf(made).map(({ said }) => said.id)).toEqual(['f']);
  });
});
