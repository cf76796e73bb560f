import type { ErrorCode } from 'yaml';
import type { Complaint } from './problem.ts';

type Words = readonly [code: string, message: string, messageEn: string];

/**
 * What the parser's errors mean to an author. Anchors, aliases, tags, directives and documents are refused by
 * the guard before the parser sees them, but an error of theirs must not be lost, so they stand here as well.
 */
const words: Record<ErrorCode, Words> = {
  ALIAS_PROPS: ['alias', '不支持引用（*）。', 'Aliases (*) are not supported.'],
  BAD_ALIAS: ['alias', '不支持锚点和引用（& *）。', 'Anchors and aliases (& *) are not supported.'],
  BAD_COLLECTION_TYPE: ['tag', '不支持标签（!）。', 'Tags (!) are not supported.'],
  BAD_DIRECTIVE: ['directive', '不支持指令行（%）。', 'Directives (%) are not supported.'],
  BAD_DQ_ESCAPE: [
    'escape',
    '双引号内的转义写错了。反斜杠要写成 \\\\，或改用单引号。',
    'A wrong escape in double quotes. Write a backslash as \\\\, or use single quotes.',
  ],
  BAD_INDENT: [
    'indent',
    '缩进不对。同一层的字段要从同一列开始，下一层要多缩进。',
    'The indentation is wrong. Siblings start in the same column, children further right.',
  ],
  BAD_PROP_ORDER: ['tag', '不支持锚点和标签（& !）。', 'Anchors and tags (& !) are not supported.'],
  BAD_SCALAR_START: [
    'quotes-needed',
    '文字不能以这个符号开头。给整段文字加引号。',
    'Text may not start with this character. Quote the whole text.',
  ],
  BLOCK_AS_IMPLICIT_KEY: [
    'colon',
    '一行里有两个“: ”。给冒号后的文字加引号，或另起一行并缩进。',
    'Two colons in one line. Quote the text after the first, or put it on a line of its own, indented.',
  ],
  BLOCK_IN_FLOW: [
    'flow',
    '方括号或花括号里不能用“- ”列表或缩进的字段。',
    'Inside brackets there can be no list with dashes and no indented map.',
  ],
  DUPLICATE_KEY: [
    'repeated-key',
    '字段写了两次。删去其中一个。',
    'A key is given twice. Delete one of them.',
  ],
  IMPOSSIBLE: ['syntax', '这里的写法无法读取。', 'This cannot be read.'],
  KEY_OVER_1024_CHARS: [
    'long-key',
    '字段名超过 1024 个字符。缩短它。',
    'A key is longer than 1024 characters. Shorten it.',
  ],
  MISSING_CHAR: [
    'missing',
    '这里缺少符号（冒号、逗号、引号或括号）。补上它。',
    'Something is missing here (a colon, comma, quote or bracket). Add it.',
  ],
  MULTILINE_IMPLICIT_KEY: [
    'colon',
    '字段名要写在一行里，后面跟“: ”。检查上一行是否缺冒号，或缩进是否对齐。',
    'A key stands on one line, followed by ": ". Look for a missing colon or a wrong indentation above.',
  ],
  MULTIPLE_ANCHORS: ['anchor', '不支持锚点（&）。', 'Anchors (&) are not supported.'],
  MULTIPLE_DOCS: ['documents', '一个文件只能有一份文档。', 'One file holds one document.'],
  MULTIPLE_TAGS: ['tag', '不支持标签（!）。', 'Tags (!) are not supported.'],
  NON_STRING_KEY: [
    'key',
    '字段名只能是一段文字，不能是列表或对象。',
    'A key can only be text, not a list or a map.',
  ],
  RESOURCE_EXHAUSTION: ['depth', '嵌套太深。减少层次。', 'Nested too deep. Flatten it.'],
  TAB_AS_INDENT: ['tab', '缩进用了制表符。改用空格。', 'A tab is used as indentation. Use spaces.'],
  TAG_RESOLVE_FAILED: ['tag', '不支持标签（!）。', 'Tags (!) are not supported.'],
  UNEXPECTED_TOKEN: [
    'unexpected',
    '这里有多余的内容。删去它，或给整段文字加引号。',
    'Something here does not belong. Delete it, or quote the whole text.',
  ],
};

/** Details of the library's own messages that an author can be told more exactly. */
const details: readonly (readonly [detail: RegExp, words: Words])[] = [
  [
    /closing ["']quote/,
    [
      'quote',
      '引号没有配对。在文字末尾补上引号。',
      'A quote is not closed. Close it at the end of the text.',
    ],
  ],
  [
    /must end with|and end with a/,
    [
      'bracket',
      '括号没有配对。补上 ] 或 }，并让它缩进在字段名之后。',
      'A bracket is not closed. Add ] or }, indented deeper than the key.',
    ],
  ],
  [
    /Implicit map keys need/,
    [
      'colon',
      '字段名后面缺“: ”。补上冒号和空格；若是上一行的文字，请多缩进几格。',
      'A key without ": ". Add a colon and a space; if it goes on from the line above, indent it.',
    ],
  ],
  [
    /Missing space after :/,
    ['colon', '冒号后面缺空格。补上空格。', 'There is no space after the colon. Add one.'],
  ],
  [/Missing , /, ['comma', '两项之间缺逗号。补上逗号。', 'There is no comma between two items. Add one.']],
  [
    /item without - /,
    ['dash', '列表的每一项要以“- ”开头。补上它。', 'Every element of a list starts with "- ". Add it.'],
  ],
  [
    /Comments must be separated/,
    [
      'comment',
      '注释的 # 前面要有空格。补上空格，或给文字加引号。',
      'There must be a space before the # of a comment. Add it, or quote the text.',
    ],
  ],
];

/** The complaint for an error of the parser; its own English message says the detail. */
export function syntaxComplaint(code: ErrorCode, detail: string): Complaint {
  const [name, message, messageEn] = details.find(([told]) => told.test(detail))?.[1] ?? words[code];
  return { code: name, message, messageEn: `${messageEn} (${detail})` };
}
