/** The first line break of `text`, which one that has none shall have as well; LF where there is none. */
export function usualBreak(text: string): string {
  const first = text.indexOf('\n');
  return first > 0 && text[first - 1] === '\r' ? '\r\n' : '\n';
}

/** Questions about the lines of a text. Offsets in and out; a line's end lies before its line break. */
export class Page {
  /** `usualBreak` is for a text that has no line break of its own. */
  constructor(
    readonly text: string,
    private readonly usualBreak: string,
  ) {}

  lineStart(at: number): number {
    return at === 0 ? 0 : this.text.lastIndexOf('\n', at - 1) + 1;
  }

  lineEnd(at: number): number {
    const end = this.text.indexOf('\n', at);
    if (end === -1) return this.text.length;
    return end > at && this.text[end - 1] === '\r' ? end - 1 : end;
  }

  /** Start of the line after that of `at`, or the end of the text. */
  nextLine(at: number): number {
    const end = this.text.indexOf('\n', at);
    return end === -1 ? this.text.length : end + 1;
  }

  /** End of the line before that of `at`; 0 on the first line. */
  previousEnd(at: number): number {
    const start = this.lineStart(at);
    if (start === 0) return 0;
    return start > 1 && this.text[start - 2] === '\r' ? start - 2 : start - 1;
  }

  column(at: number): number {
    return at - this.lineStart(at);
  }

  /** Whether only spaces stand before `at` in its line. */
  isFirst(at: number): boolean {
    return /^ *$/.test(this.text.slice(this.lineStart(at), at));
  }

  /** The line break used around `at`, so that a CRLF text stays one. */
  breakAt(at: number): string {
    const end = this.text.indexOf('\n', at);
    const near = end === -1 ? this.lineStart(at) - 1 : end;
    if (near < 0) return this.usualBreak;
    return this.text[near - 1] === '\r' ? '\r\n' : '\n';
  }

  isBlank(lineStart: number): boolean {
    return /^[ \t]*$/.test(this.text.slice(lineStart, this.lineEnd(lineStart)));
  }

  /**
   * Where the comments begin that stand directly above `at`, in its column and below `floor`; `at` itself when
   * there are none or when something else stands before it in its line.
   */
  leadStart(at: number, floor: number): number {
    if (!this.isFirst(at)) return at;
    const column = this.column(at);
    let lead = at;
    let start = this.lineStart(at);
    while (start > floor) {
      start = this.lineStart(start - 1);
      if (start < floor || this.commentColumn(start) !== column) break;
      lead = start + column;
    }
    return lead;
  }

  /**
   * Where the thing that ends at `end` and stands in `column` ends with its comments: the one on its last line,
   * and those on lines below that are indented deeper than it. `end` itself when more than a comment follows.
   */
  tailEnd(end: number, column: number): number {
    let tail = this.lineEnd(end);
    if (!/^[ \t]*(?:#.*)?$/.test(this.text.slice(end, tail))) return end;
    let start = this.nextLine(tail);
    while (start < this.text.length) {
      const comment = this.commentColumn(start);
      if (comment > column) tail = this.lineEnd(start);
      else if (!this.isBlank(start)) break;
      start = this.nextLine(start);
    }
    return tail;
  }

  /** The column of the `#` in a line that holds nothing but a comment, else -1. */
  private commentColumn(lineStart: number): number {
    let at = lineStart;
    while (this.text[at] === ' ') at++;
    return this.text[at] === '#' ? at - lineStart : -1;
  }
}
