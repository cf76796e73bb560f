/**
 * The runs of letters, digits and Chinese characters in `text`, in small letters and full forms made plain (ＫＴＶ is
 * ktv). What stands between, such as brackets, is no part of any word. An index and its questions are read alike.
 */
export function runsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}
