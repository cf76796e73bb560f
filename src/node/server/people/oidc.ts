import { randomBytes } from 'node:crypto';
import * as client from 'openid-client';
import type { Words } from '../../../model/schemas.ts';
import type { Identity } from '../../../review/index.ts';

/** How people sign in by an identity provider: what `--oidc FILE` holds, and where the provider sends them back. */
export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret?: string;
  /** What stands on the button. */
  label: Words;
  /** Scopes asked for, `openid` among them. */
  scope: string;
  /** Names of the claims that `governance/people.yaml` may grant by. */
  claims: string[];
  redirectUri: string;
}

/** Why signing in did not come to its end; the page of signing in has the words. */
export type OidcFailure = 'expired' | 'failed' | 'unreachable';

export class OidcProblem extends Error {
  override name = 'OidcProblem';
  readonly failure: OidcFailure;

  constructor(failure: OidcFailure, cause?: unknown) {
    super(`Signing in by the identity provider: ${failure}`, { cause });
    this.failure = failure;
  }
}

/** Signing in by OpenID Connect: authorization code with PKCE, state and nonce. */
export interface Oidc {
  label: Words;
  /** Where the browser goes, and the secret that it alone keeps until it comes back. Leads on to `to`. */
  start(to: string): Promise<{ url: string; secret: string }>;
  /**
   * Who came back with `query`. Each start has one end, by the browser that began it. Throws an `OidcProblem`, and
   * never tells more than its kind.
   */
  finish(secret: string | undefined, query: URLSearchParams): Promise<{ identity: Identity; to: string }>;
}

interface Flow {
  state: string;
  nonce: string;
  verifier: string;
  to: string;
  begun: number;
}

/** How long somebody may take at the provider, and how many may be there at once. */
const limits = { time: 10 * 60_000, flows: 1000 };

export function openOidc(settings: OidcSettings, now: () => number = Date.now): Oidc {
  const flows = new Map<string, Flow>();
  let known: Promise<client.Configuration> | undefined;
  /** Asked for when the first comes to sign in, and again where it could not be had. */
  function configuration(): Promise<client.Configuration> {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined;
      throw new OidcProblem('unreachable', error);
    });
    return known;
  }
  return {
    label: settings.label,
    async start(to) {
      const config = await configuration();
      const flow: Flow = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
        to,
        begun: now(),
      };
      for (const [secret, { begun }] of flows)
        if (now() - begun > limits.time || flows.size >= limits.flows) flows.delete(secret);
      const secret = randomBytes(32).toString('base64url');
      flows.set(secret, flow);
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: settings.redirectUri,
        scope: settings.scope,
        state: flow.state,
        nonce: flow.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, secret };
    },
    async finish(secret, query) {
      const flow = secret === undefined ? undefined : flows.get(secret);
      // Once and no more, whatever comes of it.
      if (secret !== undefined) flows.delete(secret);
      if (flow === undefined || now() - flow.begun > limits.time) throw new OidcProblem('expired');
      const config = await configuration();
      const came = new URL(settings.redirectUri);
      came.search = query.toString();
      try {
        const tokens = await client.authorizationCodeGrant(config, came, {
          pkceCodeVerifier: flow.verifier,
          expectedState: flow.state,
          expectedNonce: flow.nonce,
          idTokenExpected: true,
        });
        const said = tokens.claims()!; // `idTokenExpected` has seen to it
        const more = await userInfo(config, tokens.access_token, said.sub);
        return { identity: identityOf({ ...more, ...said }, settings.claims), to: flow.to };
      } catch (error) {
        throw new OidcProblem('failed', error);
      }
    },
  };
}

async function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<client.Configuration> {
  const server = new URL(issuer);
  const config = await client.discovery(
    server,
    clientId,
    clientSecret,
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    // Plain HTTP to this machine alone, where nobody stands between.
    isLoopback(server) ? { execute: [client.allowInsecureRequests] } : {},
  );
  // The signature too, though the token comes by the provider's own answer: then nothing rests on the way alone.
  client.enableNonRepudiationChecks(config);
  return config;
}

export function isLoopback({ hostname }: URL): boolean {
  return ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}

/** What the provider tells beside the token, where it has a place that tells it. */
async function userInfo(
  config: client.Configuration,
  accessToken: string,
  subject: string,
): Promise<Record<string, unknown>> {
  if (config.serverMetadata().userinfo_endpoint === undefined) return {};
  return client.fetchUserInfo(config, accessToken, subject);
}

/** Subject, name and the claims that count, out of all that was said. */
function identityOf(said: Record<string, unknown> & { iss: string; sub: string }, names: string[]): Identity {
  const name = [said['name'], said['preferred_username']].find(
    (one): one is string => typeof one === 'string' && one.trim() !== '',
  );
  const claims = Object.fromEntries(names.map((one) => [one, valuesOf(said[one])]));
  return { subject: `oidc:${said.iss}#${said.sub}`, name: (name ?? said.sub).slice(0, 100), claims };
}

function valuesOf(claim: unknown): string[] {
  return [claim].flat().flatMap((one) => (typeof one === 'string' ? [one] : []));
}
