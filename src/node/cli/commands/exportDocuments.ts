import { join } from 'node:path';
import type { Catalogue, EffectiveItem } from '../../../catalogue/index.ts';
import { handbookOf } from '../../../exchange/handbook/handbookOf.ts';
import { fieldsWithoutPlace } from '../../../exchange/noPlace/fieldsWithoutPlace.ts';
import {
  cpsvDocument,
  cpsvTaken,
  openCsv,
  openItem,
  openJson,
  openYaml,
  procedureBpmn,
} from '../../../exchange/open/index.ts';
import { handbookPage } from '../../../guide/index.ts';
import { handbookDocx } from '../../exchange/index.ts';
import { writeFileAtomic } from '../../files/index.ts';

/** Documents that are made of effective guides. */
export const documentFormats = ['open', 'cpsv-ap', 'bpmn', 'handbook'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** Writes the documents of `guides` into the folder `out` and says what was written. */
export async function exportDocuments(
  catalogue: Catalogue,
  guides: readonly EffectiveItem[],
  { format, out, baseUrl }: { format: DocumentFormat; out: string; baseUrl?: string | undefined },
): Promise<string[]> {
  const { lookups } = catalogue;
  const place = ({ division, id }: EffectiveItem) => join(out, division, id);
  switch (format) {
    case 'open':
      for (const guide of guides) {
        const open = openItem(guide, lookups);
        await writeFileAtomic(`${place(guide)}.json`, openJson(open));
        await writeFileAtomic(`${place(guide)}.yaml`, openYaml(open));
        await writeFileAtomic(`${place(guide)}.csv`, openCsv([open]));
      }
      return [
        `导出 ${guides.length} 份指南的 JSON、YAML 和 CSV：${out}`,
        `Wrote the data of ${guides.length} guides to ${out}`,
      ];
    case 'bpmn': {
      const drawn = guides.filter(({ item }) => (item.procedure?.steps ?? []).length > 0);
      for (const guide of drawn)
        await writeFileAtomic(`${place(guide)}.bpmn`, procedureBpmn(openItem(guide, lookups)));
      return [`导出 ${drawn.length} 份办理程序：${out}`, `Wrote ${drawn.length} procedures to ${out}`];
    }
    case 'handbook':
      for (const guide of guides) {
        const open = openItem(guide, lookups, 'staff');
        const handbook = handbookOf(open);
        const { promulgation, inForce } = open.item;
        await writeFileAtomic(`${place(guide)}.html`, handbookPage(handbook));
        // The file carries the day of its text, so that the same text makes the same file.
        const day = promulgation?.date ?? inForce?.from ?? '2000-01-01';
        await writeFileAtomic(`${place(guide)}.docx`, await handbookDocx(handbook, day));
      }
      return [
        `导出 ${guides.length} 份审查工作细则（网页和 Word）：${out}`,
        `Wrote ${guides.length} handbooks (page and Word) to ${out}`,
        '给工作人员用的，公开网站里没有。For staff: the public site has none of them.',
      ];
    case 'cpsv-ap': {
      const open = guides.map((guide) => openItem(guide, lookups));
      const document = cpsvDocument(open, baseUrl);
      const noPlace = fieldsWithoutPlace(
        open.map(({ item }) => item),
        cpsvTaken,
        lookups.shape,
      );
      await writeFileAtomic(join(out, 'cpsv-ap.jsonld'), `${JSON.stringify(document, undefined, 1)}\n`);
      await writeFileAtomic(
        join(out, 'export-report.json'),
        `${JSON.stringify({ noPlace }, undefined, 1)}\n`,
      );
      return [
        `导出 ${open.length} 项公共服务：${join(out, 'cpsv-ap.jsonld')}`,
        `Wrote ${open.length} public services after CPSV-AP 3.2.0`,
        `有 ${noPlace.length} 个字段在 CPSV-AP 里没有位置，见 export-report.json：`,
        `${noPlace.length} fields have no place in CPSV-AP, see export-report.json:`,
        ...noPlace.map(({ path, title, guides }) => `  ${title.zh}  ${path}  ${guides}`),
      ];
    }
  }
}
