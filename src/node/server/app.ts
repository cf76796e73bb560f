import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { AccessEntry } from '../../api/index.ts';
import { RemoteAway } from '../git/index.ts';
import { Contended } from '../review/index.ts';
import { Refusal, refusals } from './refusal.ts';
import { catalogueRoutes } from './routes/catalogue.ts';
import { changeRoutes } from './routes/changes.ts';
import { designerRoutes } from './routes/designer.ts';
import { draftRoutes } from './routes/drafts.ts';
import { fileRoutes } from './routes/files.ts';
import { feedbackRoutes } from './routes/feedback.ts';
import { historyRoutes } from './routes/history.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { operationRoutes } from './routes/operations.ts';
import { publishRoutes } from './routes/publish.ts';
import { reportRoutes } from './routes/report.ts';
import { reviewRoutes } from './routes/review.ts';
import { sessionRoutes } from './routes/session.ts';
import { sessionsRoutes } from './routes/sessions.ts';
import { siteRoutes } from './routes/site.ts';
import { studioRoutes } from './routes/studio.ts';
import { addSecurity, bareHeaders } from './security.ts';
import type { Services } from './services.ts';

/** Largest body taken, but for the files of a draft. */
const bodyLimit = 1024 * 1024;

/** The server as an application without a socket; tests ask it by `inject`. */
export async function createApp(
  services: Services,
  { log = false, publicUrl }: { log?: boolean; publicUrl?: URL } = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: log && { level: 'info', stream: process.stderr, serializers: { req: whatIsAsked } },
    bodyLimit,
    // A proxy in front stands on this machine; from elsewhere nobody tells us addresses.
    trustProxy: publicUrl === undefined ? false : 'loopback',
    requestTimeout: 60_000,
    genReqId: () => randomUUID(),
    forceCloseConnections: 'idle',
    // A body is what was agreed or it is refused; nothing is coerced or dropped on the way.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, discriminator: true } },
    routerOptions: { maxParamLength: 300 },
    // An address that cannot be read reaches no hook, so what the hooks would do is done here.
    frameworkErrors: (error, request, reply) => {
      reply.headers(bareHeaders);
      return refuse(error, request, reply);
    },
  });
  app.setErrorHandler<FastifyError>(refuse);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await addSecurity(app, publicUrl);
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onRequest', async (request) => {
    if (request.url.startsWith('/api/')) await services.signIn.prepare(request);
  });
  app.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/api/')) services.accessLog.write(accessEntry(request, reply, services));
  });
  // A file comes as bytes: whether a text is UTF-8 is the guard's to say.
  app.addContentTypeParser(
    ['text/plain', 'application/octet-stream'],
    { parseAs: 'buffer' },
    (_request, body, done) => done(null, body),
  );

  operationRoutes(app, services);
  sessionRoutes(app, services);
  oidcRoutes(app, services);
  sessionsRoutes(app, services);
  catalogueRoutes(app, services);
  changeRoutes(app, services);
  designerRoutes(app, services);
  draftRoutes(app, services);
  fileRoutes(app, services);
  reviewRoutes(app, services);
  historyRoutes(app, services);
  reportRoutes(app, services);
  publishRoutes(app, services);
  await feedbackRoutes(app, services);
  siteRoutes(app, services);
  await studioRoutes(app, services);
  return app;
}

/** Neither query nor body: they may hold what opens something. */
function accessEntry(request: FastifyRequest, reply: FastifyReply, { signIn }: Services): AccessEntry {
  const { ip: address, method, url } = request;
  const path = url.replace(/[?#].*$/s, '').slice(0, 300);
  return {
    at: new Date().toISOString(),
    ...signIn.traceOf(request),
    address,
    method,
    path,
    status: reply.statusCode,
    took: Math.round(reply.elapsedTime),
  };
}

/**
 * What a log tells of a request, beside the status and time of its answer: headers and bodies hold secrets, and so
 * does the query with which somebody comes back from signing in elsewhere.
 */
function whatIsAsked({ method, url }: { method: string; url: string }) {
  return { method, url: url.replace(/\?.*$/s, '') };
}

/** The one answer to everything that is refused or fails. */
function refuse(error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, problem } = error instanceof Refusal ? error : refusalOf(error);
  if (status >= 500) request.log.error({ err: error });
  return reply.code(status).type('application/json; charset=utf-8').send(problem);
}

/** What Fastify itself refuses, and what nobody foresaw, in our words. */
function refusalOf(error: FastifyError): Refusal {
  // Node names it by a code, git in what it prints.
  if (error.code === 'ENOSPC' || /No space left on device|Out of diskspace/.test(error.message))
    return refusals.diskFull();
  if (error instanceof RemoteAway) return refusals.remoteAway();
  if (error instanceof Contended) return refusals.contended();
  const status = error.statusCode ?? 500;
  if (status === 413) return refusals.tooLarge();
  return status >= 400 && status < 500 ? refusals.malformed(error.message) : refusals.fault();
}
