/** A remote that several servers share. */
export interface Remote {
  url: string;
  /** Whether plain http is taken, which is only for a remote on this machine. */
  allowHttp?: boolean;
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Why `remote` is not used, in words; `undefined` where it is. */
export function remoteProblem({ url, allowHttp = false }: Remote): { zh: string; en: string } | undefined {
  const protocol = protocolOf(url);
  if (protocol === undefined)
    return {
      zh: `远程地址“${url}”不对：应是 https、ssh 或者 file 的地址。`,
      en: `The remote "${url}" is no https, ssh or file address.`,
    };
  if (new URL(url).password !== '')
    return {
      zh: '远程地址里不要写密码：它会出现在进程列表里。请用 ssh 密钥，或者凭据文件。',
      en: 'Put no password into the address of the remote, where every process sees it. Use an ssh key or a file of credentials.',
    };
  if (protocol === 'http' && !(allowHttp && loopback.has(new URL(url).hostname)))
    return {
      zh: '远程地址是 http：传输不加密。请改用 https；本机的地址可以加 --remote-http。',
      en: 'The remote is plain http, which is not encrypted. Use https; for one on this machine add --remote-http.',
    };
  return undefined;
}

/** What git speaks to `url`; `undefined` where it is no address that we take. */
export function protocolOf(url: string): string | undefined {
  // What begins with a dash would be an option to git, and `ext::` a command: neither is a URL of these.
  return /^(https|ssh|file|http):\/\/[^\s\0]+$/.exec(url)?.[1];
}
