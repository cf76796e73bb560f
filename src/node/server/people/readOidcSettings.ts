import { readFile, stat } from 'node:fs/promises';
import { isLoopback, type OidcSettings } from './oidc.ts';
import { StartProblem } from '../startProblem.ts';

/** The file that `--oidc` names: where browsers find the studio, and the identity provider. */
interface SettingsFile {
  publicUrl: string;
  issuer: string;
  clientId: string;
  clientSecret?: string;
  label?: { zh: string; en: string };
  scope?: string;
  claims?: string[];
}

/**
 * Reads the settings of signing in by an identity provider. Throws a `StartProblem` where the file is not there, is no
 * such file, may be read by others though it holds a secret, or has an address that others could listen at.
 */
export async function readOidcSettings(path: string): Promise<{ publicUrl: URL; settings: OidcSettings }> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new StartProblem(
      `读不到“${path}”（${error.code ?? ''}）。`,
      `"${path}" cannot be read (${error.code ?? ''}).`,
    );
  });
  const value = parsed(text);
  if (!isSettings(value))
    throw new StartProblem(
      `“${path}”要写明 publicUrl、issuer、clientId；claims 是名称的列表，label 有 zh 和 en。`,
      `"${path}" must say publicUrl, issuer and clientId; claims is a list of names, label has zh and en.`,
    );
  if (value.clientSecret !== undefined && ((await stat(path)).mode & 0o077) !== 0)
    throw new StartProblem(
      `“${path}”里有密钥，别人也能读。请改权限：chmod 600 ${path}`,
      `"${path}" holds a secret that others may read. Mend it: chmod 600 ${path}`,
    );
  const publicUrl = safeUrl(value.publicUrl, 'publicUrl', path);
  safeUrl(value.issuer, 'issuer', path);
  if (publicUrl.pathname !== '/' || publicUrl.search !== '' || publicUrl.hash !== '')
    throw new StartProblem(
      `“${path}”的 publicUrl 只写到主机和端口，如 https://guicheng.example.gov.cn。`,
      `publicUrl in "${path}" ends after host and port, as https://guicheng.example.gov.cn.`,
    );
  const { issuer, clientId, clientSecret, label, scope = 'openid profile', claims = ['groups'] } = value;
  return {
    publicUrl,
    settings: {
      issuer,
      clientId,
      ...(clientSecret !== undefined && { clientSecret }),
      label: label ?? { zh: '用统一身份认证登录', en: 'Sign in by the identity provider' },
      scope: scope.split(' ').includes('openid') ? scope : `openid ${scope}`,
      claims,
      redirectUri: new URL('/api/oidc/callback', publicUrl).href,
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Not JSON, so no settings: said as such.
  }
}

function isSettings(value: unknown): value is SettingsFile {
  const { publicUrl, issuer, clientId, clientSecret, label, scope, claims } = (value ??
    {}) as Partial<SettingsFile>;
  return (
    [publicUrl, issuer, clientId].every((one) => typeof one === 'string' && one !== '') &&
    [clientSecret, scope].every((one) => one === undefined || typeof one === 'string') &&
    (claims === undefined || (Array.isArray(claims) && claims.every((one) => typeof one === 'string'))) &&
    (label === undefined || (typeof label.zh === 'string' && typeof label.en === 'string'))
  );
}

/** HTTPS, or HTTP on this machine. */
function safeUrl(text: string, name: string, path: string): URL {
  if (URL.canParse(text)) {
    const url = new URL(text);
    if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url))) return url;
  }
  throw new StartProblem(
    `“${path}”的 ${name} 要以 https:// 开头（本机可以用 http://）：${text}`,
    `${name} in "${path}" must begin with https:// (http:// on this machine only): ${text}`,
  );
}
