import { effectScope, shallowRef } from 'vue';
import { beforeEach, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/model/diagnostic.ts';
import { useFindings, type PlacedFindings } from './useFindings.ts';

const path = ['basics', 'name'];
const missing = finding('schema/required');
const doubled = finding('item/doubled');
const found = shallowRef<readonly Diagnostic[]>([]);
let findings: PlacedFindings;

beforeEach(() => {
  found.value = [missing, doubled];
  findings = effectScope().run(() => useFindings(() => found.value))!;
  expect(codes()).toEqual(['schema/required', 'item/doubled']);
});

it('shows what a field says of itself beside what else was found there', () => {
  findings.foretell(path, []);
  expect(codes()).toEqual(['item/doubled']);
  findings.foretell(path, [missing]);
  expect(codes()).toEqual(['item/doubled', 'schema/required']);
});

it('keeps it over an answer to an older text, and leaves it for the answer to its own', () => {
  findings.foretell(path, []);
  found.value = [missing];
  expect(codes()).toEqual([]);
  findings.given(path);
  found.value = [missing, doubled];
  expect(codes()).toEqual(['schema/required', 'item/doubled']);
});

it('leaves what is shown until the check, where it cannot tell', () => {
  findings.foretell(path, undefined);
  expect(codes()).toEqual(['schema/required', 'item/doubled']);
  found.value = [];
  expect(codes()).toEqual([]);
});

function codes(): string[] {
  return findings.at(path).map(({ code }) => code);
}

function finding(code: string): Diagnostic {
  return { code, severity: 'error', message: code, messageEn: code, file: 'a.yaml', path, cites: [] };
}
