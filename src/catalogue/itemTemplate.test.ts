import { expect, it } from 'vitest';
import { itemTemplate, layerTemplate, objectionTemplate, ruleTemplate } from './itemTemplate.ts';
import { readSource } from './source.ts';

it('a new item reads, with every required element to be filled in and its name', () => {
  const read = readSource('000000/new-item.yaml', itemTemplate({ id: 'new-item', name: '新事项' }));
  if (read.kind !== 'source') throw new Error('The template does not read');
  const written = read.source.written as Record<string, unknown>;
  expect(Object.keys(written)).toHaveLength(15);
  expect(written).toMatchObject({ id: 'new-item', basics: { name: '新事项' }, legalBasis: [] });
  expect(read.source.text).toContain('# 收费 Fees。');
});

it('a new layer reads as one that says nothing yet', () => {
  const text = layerTemplate({ id: 'new-item', division: '宜宾市' });
  const read = readSource('511500/new-item.yaml', text);
  expect(read).toMatchObject({ source: { kind: 'layer', written: { id: 'new-item', overlay: {} } } });
});

it('a new objection reads, with what is known of it and the rest to be said', () => {
  const known = { id: 'food-1', division: '511502', item: 'food-business-licence' };
  const text = objectionTemplate({ ...known, by: '翠屏区', date: '2026-06-01' });
  const read = readSource('objections/511502/food-1.yaml', text);
  if (read.kind !== 'source') throw new Error('The template does not read');
  expect(read.source.written).toEqual({
    ...known,
    path: '',
    kind: '',
    reason: '',
    filed: { by: '翠屏区', date: '2026-06-01' },
  });
});

it('a new rule reads, with its title and where it holds, and the rest to be said', () => {
  const text = ruleTemplate({ id: 'online-address', title: '写明网址', division: '511500' });
  const read = readSource('rules/online-address.yaml', text);
  if (read.kind !== 'source') throw new Error('The template does not read');
  expect(read.source.written).toMatchObject({
    id: 'online-address',
    title: { zh: '写明网址' },
    severity: 'warning',
    must: {},
    cases: { good: [], bad: [] },
    divisions: ['511500'],
  });
});
