/** What the process's exit code says, shown by every `--help`. */
export const exitCodes = `退出码 exit codes:
  0  完成 done
  1  内容有错误 the content has errors
  2  用法不对 wrong usage
  3  程序或机器出错 a fault of the program or the machine`;

/** The command was called in a way that it cannot serve; the message, Chinese then English, says what to do. */
export class UsageError extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
  }
}
