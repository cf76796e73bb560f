// For tests: an identity provider that says what it is told to, true or forged.
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the token endpoint answers with, made from a sound ID token's header and claims. */
export type Forge = (sound: { header: object; claims: Record<string, unknown> }) => {
  header: object;
  claims: object;
  key?: KeyObject | null;
  noIdToken?: boolean;
};

export interface FakeIssuer {
  url: string;
  /** The key that signs what it says truly, and one that the provider never published. */
  key: KeyObject;
  strangeKey: KeyObject;
  /** What it says of whoever comes; `nonce` and the challenge are of the last start, set by the test. */
  said: Record<string, unknown>;
  nonce: string;
  challenge: string;
  forge: Forge;
  /** How often the token endpoint was asked with a verifier that fits the challenge, and with one that does not. */
  asked: { fitting: number; unfitting: number };
  close(): Promise<void>;
}

export const clientId = 'guicheng-test';
const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed (or, with `key: null`, unsigned) JSON Web Token. */
export function jwt(header: object, claims: object, key: KeyObject | null): string {
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${key === null ? '' : sign('sha256', Buffer.from(text), key).toString('base64url')}`;
}

export async function startFakeIssuer(): Promise<FakeIssuer> {
  const [own, strange] = [0, 1].map(() => generateKeyPairSync('rsa', { modulusLength: 2048 }));
  const server = createServer((request, response) => {
    const send = (body: object, status = 200) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const { url } = issuer;
    switch (request.url) {
      case '/.well-known/openid-configuration':
        return void send({
          issuer: url,
          authorization_endpoint: `${url}/auth`,
          token_endpoint: `${url}/token`,
          jwks_uri: `${url}/jwks`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['RS256'],
          code_challenge_methods_supported: ['S256'],
          authorization_response_iss_parameter_supported: true,
        });
      case '/jwks':
        return void send({
          keys: [{ ...own!.publicKey.export({ format: 'jwk' }), kid: 'k', alg: 'RS256', use: 'sig' }],
        });
      case '/token': {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          const verifier = new URLSearchParams(body).get('code_verifier') ?? '';
          const fits = createHash('sha256').update(verifier).digest('base64url') === issuer.challenge;
          issuer.asked[fits ? 'fitting' : 'unfitting']++;
          const now = Math.floor(Date.now() / 1000);
          const claims = {
            iss: url,
            aud: clientId,
            iat: now,
            exp: now + 300,
            nonce: issuer.nonce,
            ...issuer.said,
          };
          const made = issuer.forge({ header: { alg: 'RS256', kid: 'k', typ: 'JWT' }, claims });
          const key = made.key === undefined ? issuer.key : made.key;
          const token = { id_token: jwt(made.header, made.claims, key) };
          send({ access_token: 'a', token_type: 'Bearer', ...(made.noIdToken ? {} : token) });
        });
        return;
      }
      default:
        return void send({}, 404);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer: FakeIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    key: own!.privateKey,
    strangeKey: strange!.privateKey,
    said: { sub: 'lisi' },
    nonce: '',
    challenge: '',
    forge: (sound) => sound,
    asked: { fitting: 0, unfitting: 0 },
    close: () => new Promise((done, fail) => server.close((error) => (error ? fail(error) : done()))),
  };
  return issuer;
}
