import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const packed = promisify(gzip);

/** An answer as it is sent, made once for everybody who asks. It holds nothing of who asks. */
export interface PackedAnswer {
  /** Changes with what it says: whoever has it already is told so in its place. */
  tag: string;
  json: Buffer;
  gzip: Buffer;
}

/** Writes `value` out and packs it: what is said of ten thousand items is megabytes, most of it words that come again. */
export async function packAnswer(value: unknown): Promise<PackedAnswer> {
  const json = Buffer.from(JSON.stringify(value));
  const hash = createHash('sha256').update(json).digest('base64url').slice(0, 22);
  return { tag: `"${hash}"`, json, gzip: await packed(json, { level: 5 }) };
}

/** Sends `answer` as `request` can read it; nothing but its tag to who has it. */
export function sendPacked(
  request: FastifyRequest,
  reply: FastifyReply,
  { tag, json, gzip }: PackedAnswer,
): FastifyReply {
  reply.header('etag', tag).header('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === tag) return reply.code(304).send();
  reply.type('application/json; charset=utf-8');
  return /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    ? reply.header('content-encoding', 'gzip').send(gzip)
    : reply.send(json);
}
