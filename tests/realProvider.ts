// For tests: a real OpenID Connect provider on this machine.
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { jwt, type Forge } from './fakeIssuer.ts';

export interface RealProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** The key by which it signs. */
  key: KeyObject;
  /** What becomes of its ID tokens on their way; nothing, if it is not set. */
  forge: Forge | undefined;
  /** How long a code is good, in seconds. */
  codeSeconds: number;
  close(): Promise<void>;
}

/**
 * Starts a provider with one client that comes back to `redirectUri`, and people who sign in by any password; `people`
 * are their names and groups by login. Its pages of signing in are its own, for development.
 */
export async function startRealProvider(
  redirectUri: string,
  people: Readonly<Record<string, { name: string; groups: string[] }>>,
): Promise<RealProvider> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = { clientId: 'guicheng', clientSecret: 'a-secret-of-the-test' };
  const { privateKey: key } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = 'of-the-test';
  const started: RealProvider = { issuer, ...client, key, forge: undefined, codeSeconds: 60, close };
  const provider = new Provider(issuer, {
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] },
    ttl: { AuthorizationCode: () => started.codeSeconds },
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
        scope: 'openid profile groups',
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'groups'],
    claims: { openid: ['sub'], profile: ['name'], groups: ['groups'] },
    cookies: { keys: ['keys-of-the-test'] },
    findAccount: (_context, id) => {
      const person = people[id];
      if (person === undefined) return undefined;
      return { accountId: id, claims: () => ({ sub: id, ...person }) };
    },
  });
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (started.forge === undefined || context.path !== '/token' || body?.id_token === undefined) return;
    const [header, claims] = body.id_token.split('.').slice(0, 2).map(read) as [
      object,
      Record<string, unknown>,
    ];
    const made = started.forge({ header, claims });
    body.id_token = jwt(made.header, made.claims, made.key === undefined ? key : made.key);
  });
  server.on('request', provider.callback());
  return started;

  function close(): Promise<void> {
    return new Promise((done, fail) => {
      server.closeAllConnections();
      server.close((error) => (error ? fail(error) : done()));
    });
  }
}

/** A part of a token. */
function read(part: string): unknown {
  return JSON.parse(Buffer.from(part, 'base64url').toString());
}
