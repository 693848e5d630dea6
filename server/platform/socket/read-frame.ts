import type { z } from 'zod';
import {
  type ClientFrame,
  clientFrames,
  patronHello,
  type ServerFrame,
  staffHello,
} from '#protocol/frames.ts';
import { id } from '#protocol/schemas.ts';
import { parsePart } from '../http/parse-part.ts';
import { ProblemError, problem } from '../problem.ts';

type Read =
  | { readonly frame: ClientFrame }
  /** What to answer instead; nothing was changed. */
  | { readonly answer: ServerFrame };

/** Reads one frame of a client by its schema. */
export function readFrame(data: string): Read {
  let raw: unknown;
  try {
    raw = JSON.parse(data);
  } catch {
    return { answer: { t: 'error', code: 'malformed', detail: 'The frame is not JSON.' } };
  }
  try {
    return { frame: parsePart(schemaOf(raw), raw) as ClientFrame };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { answer: refusal(raw, error) };
  }
}

function schemaOf(raw: unknown): z.ZodType {
  if (!isObject(raw)) throw problem('malformed', 'A frame is a JSON object.');
  const { t } = raw;
  if (t === 'hello') return raw['as'] === 'patron' ? patronHello : staffHello;
  if (typeof t !== 'string' || !Object.hasOwn(clientFrames, t)) {
    throw problem('malformed', 'The frame has no known name in "t".');
  }
  return clientFrames[t as keyof typeof clientFrames];
}

/** A message that cannot be read is refused by its client id, so that its sender can say why. */
function refusal(raw: unknown, { code, detail }: ProblemError): ServerFrame {
  if (isObject(raw) && raw['t'] === 'post') {
    const clientId = id.safeParse(raw['clientId']);
    if (clientId.success) return { t: 'refused', clientId: clientId.data, code, detail };
  }
  return { t: 'error', code, detail };
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}
