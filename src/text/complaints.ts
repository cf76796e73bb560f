import type { Complaint } from './problem.ts';

/** Limits of a file of the catalogue; a full national permit has some 9 KB, 400 nodes and nesting of 6. */
export const limits = { bytes: 256 * 1024, depth: 64, keys: 1000, nodes: 20_000 } as const;

/** Keys that JavaScript gives a meaning of its own, so that no value may carry them. */
export const forbiddenKeys: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Every refusal of the guard, so that one place holds the words. */
export const complaints = {
  size: (): Complaint => ({
    code: 'size',
    message: `文件超过 ${limits.bytes / 1024} KiB。拆成几个文件，或把长附件放进 forms/。`,
    messageEn: `The file is larger than ${limits.bytes / 1024} KiB. Split it, or put long attachments into forms/.`,
  }),
  encoding: (): Complaint => ({
    code: 'encoding',
    message: '文件不是 UTF-8 编码（可能是 GBK）。用编辑器另存为 UTF-8。',
    messageEn: 'The file is not UTF-8 (perhaps GBK). Save it as UTF-8 in your editor.',
  }),
  character: (name: string): Complaint => ({
    code: 'character',
    message: `这里有不允许的字符 ${name}（控制字符、换向字符或不可见字符）。删去它。`,
    messageEn: `The character ${name} is not allowed here (control, bidirectional or invisible). Delete it.`,
  }),
  return: (): Complaint => ({
    code: 'character',
    message: '这里有单独的回车符（U+000D）。换行只用 LF 或 CRLF：用编辑器转换换行符。',
    messageEn:
      'A lone carriage return (U+000D). Lines end in LF or CRLF only: convert the line ends in your editor.',
  }),
  depth: (): Complaint => ({
    code: 'depth',
    message: `嵌套超过 ${limits.depth} 层。减少层次，或检查括号是否成对。`,
    messageEn: `Nested deeper than ${limits.depth} levels. Flatten it, or check that the brackets are paired.`,
  }),
  keys: (): Complaint => ({
    code: 'keys',
    message: `一个对象的字段超过 ${limits.keys} 个。改用列表，或拆成几个文件。`,
    messageEn: `A map has more than ${limits.keys} keys. Use a list, or split the file.`,
  }),
  nodes: (): Complaint => ({
    code: 'nodes',
    message: `文件的值超过 ${limits.nodes} 个。拆成几个文件。`,
    messageEn: `The file holds more than ${limits.nodes} values. Split it.`,
  }),
  anchor: (source: string): Complaint => ({
    code: 'anchor',
    message: `不支持锚点 ${shorten(source)}。写出完整的值；若是文字，请加引号。`,
    messageEn: `Anchors are not supported: ${shorten(source)}. Write the value out; if it is text, quote it.`,
  }),
  alias: (source: string): Complaint => ({
    code: 'alias',
    message: `不支持引用 ${shorten(source)}。写出完整的值；若是以 * 开头的文字，请加引号。`,
    messageEn: `Aliases are not supported: ${shorten(source)}. Write the value out; if it is text, quote it.`,
  }),
  tag: (source: string): Complaint => ({
    code: 'tag',
    message: `不支持标签 ${shorten(source)}。删去它；若是以 ! 开头的文字，请加引号。`,
    messageEn: `Tags are not supported: ${shorten(source)}. Delete it; if it is text, quote it.`,
  }),
  merge: (): Complaint => ({
    code: 'merge',
    message: '不支持合并键 <<。写出各个字段。',
    messageEn: 'Merge keys (<<) are not supported. Write the fields out.',
  }),
  directive: (): Complaint => ({
    code: 'directive',
    message: '不支持以 % 开头的指令行。删去这一行。',
    messageEn: 'Directives (lines that start with %) are not supported. Delete the line.',
  }),
  documents: (): Complaint => ({
    code: 'documents',
    message: '一个文件只能有一份文档。把 --- 或 ... 之后的内容移到另一个文件。',
    messageEn: 'One file holds one document. Move what follows --- or ... into another file.',
  }),
  forbiddenKey: (key: string): Complaint => ({
    code: 'forbidden-key',
    message: `字段名不能是 ${key}。换一个名称。`,
    messageEn: `A key may not be ${key}. Give it another name.`,
  }),
};

function shorten(source: string): string {
  return source.length > 40 ? `${source.slice(0, 40)}…` : source;
}
