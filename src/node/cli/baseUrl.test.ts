import { expect, it } from 'vitest';
import { baseUrlOf } from './baseUrl.ts';

it('takes addresses of the web, without a slash at their end', () => {
  expect(['https://guides.example', 'http://guides.example/site//'].map(baseUrlOf)).toEqual([
    'https://guides.example',
    'http://guides.example/site',
  ]);
});

it.each(['guides.example', 'ftp://guides.example', 'https://', ''])('refuses “%s”', (text) => {
  expect(() => baseUrlOf(text)).toThrow('--base-url');
});
