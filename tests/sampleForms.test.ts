import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import type { DocumentForm, Part, SampleForm } from '../docs/forms/form.ts';
import { formPage } from '../docs/forms/formPage.ts';
import { formPaths, officeFiles } from '../docs/forms/officeFiles.ts';
import { printedPage, printOf } from '../docs/forms/printedPage.ts';
import prints from '../docs/forms/prints.json' with { type: 'json' };
import { sampleForms } from '../docs/forms/sampleForms.ts';
import { attachmentProblem } from '../src/model/attachments/attachmentProblem.ts';
import { checkCharacter } from './checkCharacter.ts';
import { sampleCatalogue, sampleDir } from './sampleCatalogue.ts';

const committed = readdirSync(join(sampleDir, 'forms')).map((name) => `forms/${name}`);
const bytesOf = (path: string) => new Uint8Array(readFileSync(join(sampleDir, path)));
const documents = sampleForms.filter((form): form is DocumentForm => form.kind === 'document');

describe('the committed forms of the sample (npm run forms makes them)', () => {
  it('are those of the list, a blank and a filled one each, and no others', () => {
    const listed = sampleForms.flatMap((form) => Object.values(formPaths(form)));
    expect(new Set(listed).size).toBe(listed.length);
    expect(committed.toSorted()).toEqual(listed.toSorted());
  });

  it('are byte for byte what the script makes of Word and Excel', async () => {
    const made = await officeFiles();
    expect(made.size).toBeGreaterThan(60);
    for (const [path, bytes] of made) expect(Buffer.compare(bytes, bytesOf(path)), path).toBe(0);
  });

  it('are printed from the forms as they are now', () => {
    const printed = documents.filter(({ sample }) => sample === 'pdf');
    const now = printed.map((form) => {
      const { filled } = formPaths(form);
      return [filled, printOf(printedPage(form, true), bytesOf(filled))];
    });
    expect(now.length).toBeGreaterThan(0);
    expect(prints).toEqual(Object.fromEntries(now));
  });

  it('are taken as attachments and light to download', () => {
    const sizes = committed.map((path) => {
      const bytes = bytesOf(path);
      expect(attachmentProblem(path, bytes), path).toBeUndefined();
      return bytes.length;
    });
    expect(Math.max(...sizes)).toBeLessThanOrEqual(100 * 1024);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(3 * 1024 * 1024);
  });

  it('are each named by an item, and no item names another', async () => {
    const { bases } = await sampleCatalogue();
    const named = bases.flatMap(({ item }) =>
      (item.forms?.list ?? []).flatMap(({ file, sample }) =>
        [file, sample].filter((one) => one !== undefined),
      ),
    );
    expect([...new Set(named)].toSorted()).toEqual(committed.toSorted());
  });
});

describe('what is written in them', () => {
  test.each(sampleForms.map((form) => [form.id, form] as const))('%s has a cell a column', (_, form) => {
    for (const { columns, rows } of tablesOf(form))
      for (const row of rows) expect(row).toHaveLength(columns.length);
  });

  test.each(documents.map((form) => [form.id, form] as const))(
    '%s ticks options that it has, and its blank holds no answer',
    (_, form) => {
      for (const part of form.parts)
        for (const field of part.kind === 'fields' ? part.rows.flat() : [])
          if (field.kind === 'choice')
            expect(field.options).toEqual(expect.arrayContaining([...field.ticked]));
      const answers = (filled: boolean) =>
        formPage(form, filled).flatMap((block) => {
          const runs =
            block.kind === 'table'
              ? block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.runs))
              : 'runs' in block
                ? block.runs
                : [];
          return runs.filter((run) => run.filled && run.text !== '').map(({ text }) => text);
        });
      expect(answers(false)).toEqual([]);
      expect(answers(true).join()).toContain('某某');
    },
  );

  test('names nobody: codes fail their check, numbers are masked, phones begin with 000', () => {
    const all = JSON.stringify(sampleForms);
    const codes = all.match(/(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/g) ?? [];
    expect(new Set(codes).size).toBe(1);
    for (const code of codes) expect(checkCharacter(code)).not.toBe(code.at(-1));
    const phones = all.match(/(?<![\d-])0\d{2,3}-\d{7,8}/g) ?? [];
    expect(phones.length).toBeGreaterThan(10);
    for (const phone of phones) expect(phone).toMatch(/-000\d{4}$/);
    expect(all).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
    expect(all).not.toMatch(/(?<!\d)\d{17}[\dX]/);
  });

  test('names a person by a family name and nothing else', () => {
    const person =
      /^(企业|项目|技术|质量|治安|现场|主要)?(姓名|法定代表人|法定代表人（负责人）|负责人|联系人|责任人|批准人|经营者姓名)$/;
    const cells = sampleForms
      .flatMap(tablesOf)
      .flatMap(({ columns, rows }) =>
        rows.flatMap((row) => row.filter((_, i) => person.test(columns[i]!.title))),
      );
    const values = documents
      .flatMap(({ parts }) => parts)
      .flatMap((part) => (part.kind === 'fields' ? part.rows.flat() : []))
      .flatMap((field) => (field.kind === 'text' && person.test(field.label) ? [field.value] : []));
    const signers = documents
      .flatMap(({ parts }) => parts)
      .flatMap((part) => (part.kind === 'signature' ? part.lines : []))
      .flatMap((line) => /签字：{(.*)}/.exec(line)?.[1] ?? []);
    for (const names of [cells, values, signers]) {
      expect(names.length).toBeGreaterThan(20);
      for (const name of names) expect(name).toMatch(/^([\u4e00-\u9fff]某某)?$/);
    }
  });
});

function tablesOf(form: SampleForm): Pick<Extract<Part, { kind: 'table' }>, 'columns' | 'rows'>[] {
  return form.kind === 'sheet' ? [form] : form.parts.filter((part) => part.kind === 'table');
}
