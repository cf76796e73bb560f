import type { FastifyInstance } from 'fastify';
import type { Session } from '../../../api/index.ts';
import { refusals } from '../refusal.ts';
import { isOnThisMachine } from '../security.ts';
import type { Services } from '../services.ts';

interface Credentials {
  user: string;
  password: string;
}

const credentials = {
  type: 'object',
  properties: {
    user: { type: 'string', maxLength: 100 },
    password: { type: 'string', maxLength: 1000 },
  },
  required: ['user', 'password'],
  additionalProperties: false,
};

/**
 * Attempts within ten minutes: on one user, and from one address on any. Those that succeed count too, since
 * what is counted only after the password was tried does not hold against many tries at once.
 */
const attempts = { ofUser: 20, ofAddress: 100, timeWindow: 10 * 60_000 };

/** `/api/session`: who is signed in; sign in; sign out. */
export function sessionRoutes(app: FastifyInstance, { accounts, signIn, saveSessions }: Services): void {
  const limits = [
    app.createRateLimit({
      max: attempts.ofUser,
      timeWindow: attempts.timeWindow,
      keyGenerator: ({ body }) => `user ${(body as Credentials).user}`,
    }),
    app.createRateLimit({
      max: attempts.ofAddress,
      timeWindow: attempts.timeWindow,
      keyGenerator: ({ ip }) => `address ${ip}`,
    }),
  ];

  app.get('/api/session', (request): Session => signIn.require(request));

  app.post<{ Body: Credentials }>(
    '/api/session',
    { schema: { body: credentials } },
    async (request, reply) => {
      for (const limit of limits) {
        const state = await limit(request);
        if (!state.isAllowed && state.isExceeded) throw refusals.tooManyAttempts(state.ttlInSeconds);
      }
      if (!isOnThisMachine(request)) throw refusals.localOnly();
      const { user, password } = request.body;
      const identity = await accounts.verify(user, password);
      if (identity === undefined) {
        request.log.warn({ event: 'sign-in refused' });
        throw refusals.wrongPassword();
      }
      request.log.info({ event: 'signed in', subject: identity.subject });
      return (await signIn.begin(request, reply, identity)) satisfies Session;
    },
  );

  app.delete('/api/session', async (request, reply) => {
    const { person } = signIn.require(request);
    signIn.end(request, reply);
    await saveSessions();
    request.log.info({ event: 'signed out', subject: person.subject });
    return reply.code(204).send();
  });
}
