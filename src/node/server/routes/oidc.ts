import type { FastifyInstance } from 'fastify';
import type { SignInWays } from '../../../api/index.ts';
import { OidcProblem, type OidcFailure } from '../people/oidc.ts';
import { Refusal, refusals } from '../refusal.ts';
import { isOnThisMachine } from '../security.ts';
import type { Services } from '../services.ts';

/** `/api/sign-in`: how one may sign in here. `/api/oidc/…`: to the identity provider, and back from it. */
export function oidcRoutes(app: FastifyInstance, { signIn, oidc, isSecure }: Services): void {
  // Keeps the secret of one sign-in until the browser comes back; sent along from the provider's page, so not strict.
  // By HTTPS its name lets nobody set it but this host, which asks for the whole of it as its path.
  const cookieName = isSecure ? '__Host-guicheng-oidc' : 'guicheng-oidc';
  const cookie = {
    path: isSecure ? '/' : '/api/oidc',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: 600,
  } as const;
  const limit = app.createRateLimit({ max: 100, timeWindow: 10 * 60_000 });

  app.get('/api/sign-in', (request): SignInWays => ({
    ...(oidc && { oidc: oidc.label }),
    local: isOnThisMachine(request),
  }));
  if (oidc === undefined) return;

  app.get<{ Querystring: { to?: string | string[] } }>('/api/oidc/start', async (request, reply) => {
    const state = await limit(request);
    if (!state.isAllowed && state.isExceeded) throw refusals.tooManyAttempts(state.ttlInSeconds);
    try {
      const { url, secret } = await oidc.start(ownAddress(request.query.to));
      return reply.setCookie(cookieName, secret, cookie).redirect(url, 303);
    } catch (error) {
      request.log.warn({ event: 'sign-in not begun', err: error });
      return reply.redirect(refusedAt(error), 303);
    }
  });

  app.get('/api/oidc/callback', async (request, reply) => {
    reply.clearCookie(cookieName, cookie);
    try {
      const query = new URL(request.url, 'http://localhost').searchParams;
      const { identity, to } = await oidc.finish(request.cookies[cookieName], query);
      await signIn.begin(request, reply, identity);
      request.log.info({ event: 'signed in', subject: identity.subject });
      return reply.redirect(to, 303);
    } catch (error) {
      // What the library found wrong, in its words: neither code nor token stands in them.
      const { cause } = error as { cause?: unknown };
      const detail = cause instanceof Error ? cause.message : undefined;
      request.log.warn({ event: 'sign-in refused', reason: reasonOf(error), detail });
      return reply.redirect(refusedAt(error), 303);
    }
  });
}

/** Only an address of the studio itself: a link from elsewhere must not lead on to elsewhere. */
function ownAddress(to: unknown): string {
  return typeof to === 'string' && /^\/(?![/\\])[^\s\\]*$/.test(to) ? to : '/';
}

/** The page of signing in, told why; it has the words for each. */
function refusedAt(error: unknown): string {
  return `/signin?refused=${reasonOf(error)}`;
}

function reasonOf(error: unknown): OidcFailure | 'unlisted' {
  if (error instanceof OidcProblem) return error.failure;
  if (error instanceof Refusal && error.problem.kind === 'forbidden') return 'unlisted';
  throw error;
}
