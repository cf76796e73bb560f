import type { Words } from '../schemas.ts';
import { zipEntries, zipExcess } from './zipEntries.ts';

/** Kinds of attachment that are taken, by the ending of their names. */
export const attachmentTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
} as const;

export type AttachmentEnding = keyof typeof attachmentTypes;

/** Bytes at most: 10 MiB. */
export const attachmentLimit = 10 * 1024 * 1024;

/** The ending of `path` where it is one that is taken. */
export function endingOf(path: string): AttachmentEnding | undefined {
  const ending = /\.([a-z]+)$/.exec(path)?.[1] ?? '';
  return Object.hasOwn(attachmentTypes, ending) ? (ending as AttachmentEnding) : undefined;
}

/**
 * Why `bytes` are not taken as the attachment `path`, and what to do; `undefined` where they are. What a file is,
 * is told by its content and not by its name: both must agree. Documents with macros are refused.
 */
export function attachmentProblem(path: string, bytes: Uint8Array): Words | undefined {
  const ending = endingOf(path);
  if (ending === undefined)
    return {
      zh: `附件“${path}”的类型不收。请用 PDF、DOCX、XLSX、PNG 或 JPEG。`,
      en: `Attachments like “${path}” are not taken. Use PDF, DOCX, XLSX, PNG or JPEG.`,
    };
  const size = sizeProblem(bytes.length);
  if (size !== undefined) return size;
  switch (ending) {
    case 'pdf':
      return isPdf(bytes) ? undefined : otherContent('PDF');
    case 'png':
      return begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
        ? undefined
        : otherContent('PNG');
    case 'jpg':
    case 'jpeg':
      return begins(bytes, [0xff, 0xd8, 0xff]) ? undefined : otherContent('JPEG');
    case 'docx':
      return officeProblem(bytes, 'word/document.xml', 'DOCX');
    case 'xlsx':
      return officeProblem(bytes, 'xl/workbook.xml', 'XLSX');
  }
}

/** Why an attachment of so many bytes is not taken; it may be asked before the file is read. */
export function sizeProblem(bytes: number): Words | undefined {
  if (bytes === 0)
    return { zh: '附件是空的。请重新选择文件。', en: 'The attachment is empty. Choose it again.' };
  if (bytes <= attachmentLimit) return undefined;
  return {
    zh: `附件有 ${mebibytes(bytes)} MiB，超过 10 MiB。请压缩图片或拆成几个文件。`,
    en: `The attachment has ${mebibytes(bytes)} MiB, more than 10. Compress its pictures or split it.`,
  };
}

function officeProblem(bytes: Uint8Array, part: string, kind: string): Words | undefined {
  const entries = zipEntries(bytes);
  const names = new Set(entries?.map(({ name }) => name));
  if (entries === undefined || !names.has('[Content_Types].xml') || !names.has(part))
    return otherContent(kind);
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name)))
    return {
      zh: '文件带有宏，不收。请另存为不带宏的文档再上传。',
      en: 'The file has macros and is not taken. Save it without macros and upload that.',
    };
  if (entries.some(({ name }) => name.startsWith('/') || name.split(/[\\/]/).includes('..')))
    return { zh: '文件内部的路径不正常，不收。', en: 'The file has strange paths inside and is not taken.' };
  const excess = zipExcess(entries);
  return excess && { zh: `${excess.zh}，不收。`, en: `The file is not taken: ${excess.en}.` };
}

/** A PDF begins with its version in the first kilobyte and ends with its mark in the last. */
function isPdf(bytes: Uint8Array): boolean {
  return /%PDF-\d\.\d/.test(latin(bytes.subarray(0, 1024))) && latin(bytes.subarray(-1024)).includes('%%EOF');
}

function latin(part: Uint8Array): string {
  return String.fromCharCode(...part);
}

function begins(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

function otherContent(kind: string): Words {
  return {
    zh: `文件名说是 ${kind}，内容却不是（或不完整）。请确认文件能打开，再按它真正的类型命名。`,
    en: `The name says ${kind}, the content is none, or not whole. See that it opens, and name it by what it is.`,
  };
}

function mebibytes(bytes: number): string {
  return (bytes / 1024 / 1024).toFixed(1);
}
