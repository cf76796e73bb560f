import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { anyDraft } from '../../../tests/anyDraft.ts';
import { commonSchema, schemas, type FileKind } from '../../model/schemas.ts';
import { checkSchema } from './checkSchema.ts';
import { validatorOf } from '#validators';
import { strictlyCompiled } from './compile.ts';
import { validatorOf as fromSource } from './validators.ts';

const kinds = Object.keys(schemas) as FileKind[];
const fifteen: Record<string, string[]> = {
  legalBasis: ['legalBasis'],
  fees: ['fees'],
  limits: ['limits'],
};

describe('schemas', () => {
  it.each(kinds)('%s compiles under strict mode with the declared vocabulary', (kind) => {
    expect(strictlyCompiled(kind)).toBeTypeOf('function');
  });

  it.each(kinds)(
    '%s is judged alike by the validators that take the schemas as sound, written by the build or not',
    (kind) => {
      const strict = strictlyCompiled(kind);
      fc.assert(
        fc.property(anyDraft(schemas[kind]), (value) => {
          for (const quick of [validatorOf(kind), fromSource(kind)]) {
            expect(quick(value)).toBe(strict(value));
            expect(quick.errors).toEqual(strict.errors);
          }
        }),
        { numRuns: 40 },
      );
    },
  );

  it('are written out by the build, and compiled where nothing is built', () => {
    expect(validatorOf).not.toBe(fromSource);
    expect(validatorOf('item')).not.toHaveProperty('schemaEnv');
  });

  it('name no field like one that every object has, which a draft without it would seem to have', () => {
    const named = [...Object.values(schemas), commonSchema].flatMap((schema) =>
      [...JSON.stringify(schema).matchAll(/"(\w+)":/g)].map(([, name]) => name!),
    );
    expect(named.length).toBeGreaterThan(1000);
    expect(named.filter((name) => name in {})).toEqual([]);
  });
});

describe('checkSchema', () => {
  it.each(Object.entries(fifteen))('a missing %s names the law it offends', (_, path) => {
    const found = checkSchema('item', {}, 'x.yaml').find((d) => d.path.join() === path.join());
    expect(found?.code).toBe('schema/required');
    expect(found?.cites[0]?.law).toBe('administrative-licensing-law');
    expect(found?.message).toContain('缺少');
  });

  const cases: [string, FileKind, unknown, string, (string | number)[], RegExp][] = [
    [
      'none without a reason',
      'item',
      { fees: { none: '' } },
      'schema/minLength',
      ['fees', 'none'],
      /删去这个字段/,
    ],
    [
      'none beside content',
      'item',
      { fees: { none: '不收费', list: [] } },
      'schema/maxProperties',
      ['fees'],
      /只留一种/,
    ],
    ['neither none nor content', 'item', { fees: {} }, 'schema/required', ['fees', 'list'], /none: 理由/],
    ['an unknown field', 'item', { feee: 1 }, 'schema/additionalProperties', ['feee'], /没有名为“feee”/],
    [
      'a wrong value of a list of values',
      'item',
      { basics: { handling: 'later' } },
      'schema/enum',
      ['basics', 'handling'],
      /即办件/,
    ],
    [
      'a wrong type',
      'item',
      { limits: { promised: { value: '五' } } },
      'schema/type',
      ['limits', 'promised', 'value'],
      /应是整数/,
    ],
    [
      'a bad code',
      'item',
      { basics: { basicCode: '12' } },
      'schema/pattern',
      ['basics', 'basicCode'],
      /12 位/,
    ],
    [
      'a code not filled in',
      'item',
      { basics: { basicCode: '' } },
      'schema/pattern',
      ['basics', 'basicCode'],
      /^“基本信息”的“基本编码”还没有填写，请填写。12 位/,
    ],
    [
      'a choice not made',
      'item',
      { basics: { handling: '' } },
      'schema/enum',
      ['basics', 'handling'],
      /“办件类型”还没有选择，请选择。$/,
    ],
    [
      'a number not filled in, in a field that need not be there',
      'item',
      { service: { visits: '' } },
      'schema/type',
      ['service', 'visits'],
      /还没有填写，请填写；没有内容的，删去这个字段。$/,
    ],
    [
      'an unknown kind of fee',
      'item',
      { fees: { list: [{ standard: { kind: 'gift' } }] } },
      'schema/discriminator',
      ['fees', 'list', 0, 'standard'],
      /fixed、unit、tiers、formula/,
    ],
    [
      'a layer that adds a field nobody knows',
      'layer',
      { id: 'a', overlay: { fee: {} } },
      'schema/additionalProperties',
      ['overlay', 'fee'],
      /检查拼写/,
    ],
    [
      'a layer’s wrong type',
      'layer',
      { id: 'a', overlay: { limits: { promised: { value: 'x' } } } },
      'schema/type',
      ['overlay', 'limits', 'promised', 'value'],
      /整数/,
    ],
  ];
  it.each(cases)('%s', (_, kind, value, code, path, message) => {
    const found = checkSchema(kind, value, 'x.yaml').filter(
      (d) => d.path.join() === path.join() && d.code === code,
    );
    expect(found).toHaveLength(1);
    expect(found[0]!.message).toMatch(message);
  });

  it('asks nothing of a layer but its id and overlay', () => {
    expect(
      checkSchema(
        'layer',
        { id: 'a', overlay: { materials: { list: [{ id: 'm', $remove: true }] } } },
        'x.yaml',
      ),
    ).toEqual([]);
  });

  it('has a sentence of its own for every error that the examples above can make', () => {
    const all = cases.flatMap(([, kind, value]) => checkSchema(kind, value, 'x.yaml'));
    expect(all.filter((d) => d.message.includes('不符合结构要求'))).toEqual([]);
  });
});
