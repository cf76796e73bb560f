// For tests: a real OpenID Connect provider on this machine.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface RealProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
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
  const provider = new Provider(issuer, {
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
  server.on('request', provider.callback());
  return {
    issuer,
    ...client,
    close: () =>
      new Promise((done, fail) => {
        server.closeAllConnections();
        server.close((error) => (error ? fail(error) : done()));
      }),
  };
}
