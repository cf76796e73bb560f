import type { FastifyInstance, FastifyRequest } from 'fastify';
import { freeBytes } from '../metrics.ts';
import { refusals } from '../refusal.ts';
import type { Services } from '../services.ts';

/** With less than this left, a save may not fit: whoever watches should know before it fails. */
const leastFreeBytes = 64 * 1024 * 1024;

/** What those who run the server ask: whether it is alive, whether it can work, and its figures. */
export function operationRoutes(app: FastifyInstance, { store, metrics, dataDir }: Services): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onResponse', async (request, reply) => {
    metrics.answered({
      method: request.method,
      // What fits no route has any address that somebody thought of: they are one.
      route: request.routeOptions.url ?? 'none',
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
  });

  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (request, reply) => {
    const wrong = isStopping ? 'stopping' : await whatIsWrong();
    if (wrong === undefined) return { status: 'ready' };
    request.log.warn({ event: 'not-ready', reason: wrong });
    return reply.code(503).send({ status: 'not ready', reason: wrong });
  });

  app.get('/metrics', async (request, reply) => {
    if (!isFromHere(request)) throw refusals.notFound({ zh: '这个地址', en: 'such address' });
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(await metrics.text());
  });

  async function whatIsWrong(): Promise<string | undefined> {
    try {
      await store.main();
      return (await freeBytes(dataDir)) < leastFreeBytes ? 'disk' : undefined;
    } catch (error) {
      app.log.error({ err: error }, 'readiness');
      return 'repository';
    }
  }
}

/** Whether a program of this machine asks by itself, and no proxy asks for somebody else. */
function isFromHere({ ip, headers }: FastifyRequest): boolean {
  const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
  return !isForwarded && /^(::ffff:)?127\.|^::1$/.test(ip);
}
