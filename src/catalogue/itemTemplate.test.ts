import { expect, it } from 'vitest';
import { itemTemplate, layerTemplate } from './itemTemplate.ts';
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
