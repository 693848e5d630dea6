import type { ServerFrame } from '#protocol/frames.ts';
import { serverFrame } from '#protocol/frames.ts';

/** Null for what is no frame of this version: a newer server may know more, and that must not end the desk. */
export function parseFrame(text: unknown): ServerFrame | null {
  if (typeof text !== 'string') return null;
  try {
    return serverFrame.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
