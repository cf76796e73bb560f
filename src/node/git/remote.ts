/** A repository elsewhere: one that several servers share, or that pages are sent to. */
export interface Remote {
  url: string;
  /** Whether plain http is taken, which is only for a remote on this machine. */
  allowHttp?: boolean;
  /** File of names and passwords for https, as `git credential-store` keeps it; an absolute path. */
  credentials?: string;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why `remote` is not used, in words; `undefined` where it is. */
export function remoteProblem({
  url,
  allowHttp = false,
  credentials,
}: Remote): { zh: string; en: string } | undefined {
  const protocol = protocolOf(url);
  if (protocol === undefined) {
    // What stands before the @ may be a password, and this is printed.
    const shown = url.replace(/^([^@]*\/\/)?[^/]*@/, '$1***@');
    return {
      zh: `远程地址“${shown}”不对：应是 https、ssh 或者 file 的地址。`,
      en: `The remote "${shown}" is no https, ssh or file address.`,
    };
  }
  const { username, password } = new URL(url);
  // By https a name alone is often a token, and as good as a password.
  if (password !== '' || (username !== '' && protocol !== 'ssh'))
    return {
      zh: '远程地址里不要写密码、令牌和用户名：它会出现在进程列表里。请用 ssh 密钥，或者凭据文件。',
      en: 'Put no name, token or password into the address of the remote, where every process sees it. Use an ssh key or a file of credentials.',
    };
  if (protocol === 'http' && !(allowHttp && loopback.has(new URL(url).hostname)))
    return {
      zh: '远程地址是 http：传输不加密。请改用 https；本机的地址可以加 --remote-http。',
      en: 'The remote is plain http, which is not encrypted. Use https; for one on this machine add --remote-http.',
    };
  // Its path becomes part of a command line of git's own.
  if (credentials !== undefined && !/^\/[A-Za-z0-9._/-]+$/.test(credentials))
    return {
      zh: `凭据文件“${credentials}”的路径只能用字母、数字、点、横线、下划线和斜线。`,
      en: `The path of the file of credentials "${credentials}" may have letters, digits, dots, hyphens, underscores and slashes only.`,
    };
  return undefined;
}

/** What a call of git to the remote needs: options that go before the command, and the environment. */
export function remoteCall({ url, credentials }: Remote): { options: string[]; env: Record<string, string> } {
  const helper = credentials === undefined ? [] : ['-c', `credential.helper=store --file=${credentials}`];
  return { options: helper, env: { GIT_ALLOW_PROTOCOL: protocolOf(url) ?? 'none' } };
}

/** What git speaks to `url`; `undefined` where it is no address that we take. */
export function protocolOf(url: string): string | undefined {
  // What begins with a dash would be an option, to git or (as the name of a host) to ssh, and `ext::` a command:
  // none of them is a URL of these.
  return /^(https|ssh|file|http):\/\/(?!-)[^\s\0]+$/.exec(url)?.[1];
}
