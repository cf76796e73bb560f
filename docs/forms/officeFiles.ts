import type { SampleForm } from './form.ts';
import { sampleForms } from './sampleForms.ts';
import { wordDocument } from './wordDocument.ts';
import { workbook } from './workbook.ts';

/** Paths of a form's two files in the catalogue: to fill in, and filled in. */
export function formPaths(form: SampleForm): { blank: string; filled: string } {
  const ending = form.kind === 'sheet' ? 'xlsx' : 'docx';
  const filled = form.kind === 'document' && form.sample === 'pdf' ? 'pdf' : ending;
  return { blank: `forms/${form.id}.${ending}`, filled: `forms/${form.id}-sample.${filled}` };
}

/** All Word and Excel files of the sample catalogue's forms, by path; the same in every run and on every machine. */
export async function officeFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const form of sampleForms) {
    const paths = formPaths(form);
    files.set(paths.blank, await write(form, false));
    if (!paths.filled.endsWith('.pdf')) files.set(paths.filled, await write(form, true));
  }
  return files;
}

function write(form: SampleForm, filled: boolean): Promise<Uint8Array> {
  return form.kind === 'sheet' ? workbook(form, filled) : wordDocument(form, filled);
}
