import helmet from '@fastify/helmet';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { refusals } from './refusal.ts';

type Directives = Record<string, string[]>;

const nothing: Directives = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'object-src': ["'none'"],
};

/** What each part of the server may load and run. */
export const policies = {
  /** Answers of the interface are data. */
  api: nothing,
  /**
   * The studio. Monaco sets style attributes and elements as it draws, so inline styles are allowed. The
   * preview is a `srcdoc` frame, which inherits this policy.
   */
  studio: {
    ...nothing,
    'script-src': ["'self'"],
    'worker-src': ["'self'", 'blob:'],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'", 'data:'],
    'connect-src': ["'self'"],
    'frame-src': ["'self'", 'blob:'],
    'manifest-src': ["'self'"],
  },
  /** The public site: no script but its own files, forms only to itself. */
  site: {
    ...nothing,
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    // The site shares the studio's origin: its pages may ask the interface nothing.
    'connect-src': ["'none'"],
    'form-action': ["'self'"],
  },
  /** Its service worker, which fetches the pages below it anew and nothing else: its scope ends there. */
  siteWorker: { ...nothing, 'connect-src': ["'self'"] },
} satisfies Record<string, Directives>;

/** The header's value of a policy. */
export function policyText(directives: Directives): string {
  return Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ');
}

/** For an answer that none of the hooks below has seen: data, from here, not to be kept. */
export const bareHeaders = {
  'content-security-policy': policyText(policies.api),
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
};

const loopback = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * Headers that browsers obey on every answer, and the refusal of names that are not the studio's: a page
 * elsewhere may let its own name resolve to 127.0.0.1 and would then count as our origin (DNS rebinding).
 */
export async function addSecurity(app: FastifyInstance, publicUrl?: URL): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: false,
    // On loopback it is plain HTTP.
    strictTransportSecurity: publicUrl?.protocol === 'https:' && { maxAge: 31_536_000 },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', policyText(policyFor(request.url)));
    reply.header('permissions-policy', 'camera=(), microphone=(), geolocation=()');
    if (!loopback.test(request.host) && request.host !== publicUrl?.host) throw refusals.strangeHost();
    if (isWrite(request) && comesFromElsewhere(request, publicUrl)) throw refusals.crossSite();
  });
}

function policyFor(url: string): Directives {
  const path = url.replace(/[?#].*$/, '');
  if (path.startsWith('/api/')) return policies.api;
  if (path === '/site/sw.js') return policies.siteWorker;
  if (path.startsWith('/site/') || path === '/feedback') return policies.site;
  return policies.studio;
}

/** Whether a request may change something. */
export function isWrite({ method }: FastifyRequest): boolean {
  return !['GET', 'HEAD', 'OPTIONS'].includes(method);
}

/** Whether who asks sits at the server itself: only there do local accounts sign in. */
export function isOnThisMachine({ host, ip }: FastifyRequest): boolean {
  return loopback.test(host) && /^(::ffff:)?127\.|^::1$/.test(ip);
}

/** Browsers say where a request comes from; programs that say nothing carry no cookie of somebody else's. */
function comesFromElsewhere({ headers, host }: FastifyRequest, publicUrl: URL | undefined): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin') return true;
  const own = host === publicUrl?.host ? publicUrl.origin : `http://${host}`;
  return headers.origin !== undefined && headers.origin !== own;
}
