import { crc32 } from 'node:zlib';

/** A zip archive that stores its files unpacked: enough for an office document made by a test. */
export function storedZip(files: Readonly<Record<string, string>>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const path = Buffer.from(name);
    // Version, flags (UTF-8 names), method, time, date, checksum, sizes, lengths: the same in both records.
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('504b01021400', 'hex'), facts, place, path);
    const body = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, path, data]);
    bodies.push(body);
    offset += body.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(files).length, 4);
  end.writeUInt16LE(Object.keys(files).length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, entries, Buffer.from('504b0506', 'hex'), end]);
}

/** A cell of a table in Word: its text, how many columns it spans, whether it begins or continues a column's merge. */
export interface WordCell {
  text?: string;
  span?: number;
  merge?: 'restart' | 'continue';
}

const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

/** A Word document of paragraphs (texts) and tables (rows of cells). */
export function wordDocument(blocks: readonly (string | WordCell[][])[]): Uint8Array {
  const table = (rows: WordCell[][]) =>
    `<w:tbl>${rows
      .map(
        (row) =>
          `<w:tr>${row
            .map(({ text = '', span = 1, merge }) => {
              const spanned = span > 1 ? `<w:gridSpan w:val="${span}"/>` : '';
              const merged = merge === undefined ? '' : `<w:vMerge w:val="${merge}"/>`;
              return `<w:tc><w:tcPr>${spanned}${merged}</w:tcPr>${text.split('\n').map(paragraph).join('')}</w:tc>`;
            })
            .join('')}</w:tr>`,
      )
      .join('')}</w:tbl>`;
  const body = blocks.map((block) => (typeof block === 'string' ? paragraph(block) : table(block))).join('');
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  return storedZip({
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="r1" Type="${documents}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${head}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  });
}
