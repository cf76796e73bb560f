import { createHash } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import {
  openCsv,
  openJson,
  overviewCsv,
  overviewLine,
  type OpenItem,
  type OverviewLine,
} from '../../../exchange/open/index.ts';
import { dataPage, type DataPage } from '../../../guide/index.ts';
import { linesBy } from './lineDigest.ts';
import { openItemOf } from './openData.ts';
import { setPart, type Digest } from './sitePart.ts';

/** Guides in a file of the whole: one edit makes one such file again. */
const mostInPiece = 200;
/** Lines in a table of all guides, so that an office program opens it. */
const mostInTable = 50_000;

interface OpenDigest {
  division: string;
  divisionName: string;
  id: string;
  name: string;
  line: OverviewLine;
  /** The guide's JSON, deflated, in Base64: a digest is kept of every guide of a nation. */
  packed: string;
  /** SHA-256 of the guide's JSON file. */
  sha256: string;
}

const openDigest: Digest<OpenDigest> = {
  name: 'open',
  of: (guide, site) => {
    const open = openItemOf(guide, site);
    const text = openJson(open);
    return {
      division: open.division,
      divisionName: open.divisionName,
      id: open.id,
      name: guide.view.name,
      // What is undefined would not come back from a cache.
      line: overviewLine(open).map((cell) => cell ?? ''),
      packed: deflateRawSync(text, { level: 6 }).toString('base64'),
      sha256: createHash('sha256').update(text).digest('hex'),
    };
  },
};

function lineOf({ packed }: OpenDigest): string {
  return inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8');
}

/** The whole of the open data: each division in pieces, the table of all guides, and the page that explains them. */
export const openWhole = setPart({
  name: 'data-whole',
  digest: openDigest,
  files: (all, { at, date }) => {
    const divisions = [...linesBy(all, ({ division }) => [division])].map(([code, guides]) => ({
      code,
      guides,
      name: guides[0]!.divisionName,
      pieces: inPieces(guides, mostInPiece).map((piece, n) => ({
        path: `data/all/${code}-${n + 1}.jsonl`,
        piece,
      })),
    }));
    const tables = inPieces(all, mostInTable).map((lines, n, { length }) => ({
      path: length === 1 ? 'data/guides.csv' : `data/guides-${n + 1}.csv`,
      lines,
    }));
    const [first] = all;
    const page: DataPage = {
      date,
      guides: all.length,
      tables: tables.map(({ path }) => path),
      divisions: divisions.map(({ code, name, guides, pieces }) => ({
        name,
        guides: guides.length,
        sums: sumsOf(code),
        pieces: pieces.map(({ path, piece }) => ({ path, guides: piece.length })),
      })),
      ...(first !== undefined && { example: { name: first.name, path: `${first.division}/${first.id}` } }),
    };
    const index = {
      format: 'guicheng-open-data-1',
      date,
      guides: all.length,
      tables: page.tables,
      divisions: divisions.map(({ code, name, guides, pieces }) => ({
        code,
        name,
        guides: guides.length,
        jsonLines: pieces.map(({ path }) => path),
        csv: pieces.map(({ path }) => csvOf(path)),
        sha256: sumsOf(code),
      })),
    };
    return [
      ...divisions.map(({ code, guides }) => ({
        path: sumsOf(code),
        of: guides,
        make: () => guides.map(({ sha256, id }) => `${sha256}  data/${code}/${id}.json\n`).join(''),
      })),
      ...divisions.flatMap(({ pieces }) =>
        pieces.flatMap(({ path, piece }) => [
          { path, of: piece, make: () => piece.map(lineOf).join('') },
          {
            path: csvOf(path),
            of: piece,
            // What was packed was an OpenItem.
            make: () => openCsv(piece.map((guide) => JSON.parse(lineOf(guide)) as OpenItem)),
          },
        ]),
      ),
      ...tables.map(({ path, lines }) => ({
        path,
        of: lines,
        make: () => overviewCsv(lines.map(({ line }) => line)),
      })),
      { path: 'data/index.json', of: [], also: index, make: () => `${JSON.stringify(index, null, 1)}\n` },
      { path: 'data/index.html', of: [], also: page, make: () => dataPage(at('../'), page) },
    ];
  },
});

function sumsOf(division: string): string {
  return `data/all/${division}.sha256`;
}

function csvOf(path: string): string {
  return path.replace(/jsonl$/, 'csv');
}

function inPieces<T>(list: readonly T[], most: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / most) }, (_, n) =>
    list.slice(n * most, (n + 1) * most),
  );
}
