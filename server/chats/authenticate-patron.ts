import type { PatronActor } from '../platform/http/actor.ts';
import { problem } from '../platform/problem.ts';
import type { Tokens } from '../platform/secrets.ts';

/** @throws not_signed_in when the header is no bearer token of a chat */
export function authenticatePatron(tokens: Tokens, authorization: string | undefined): PatronActor {
  const token = /^Bearer ([\w.-]+)$/.exec(authorization ?? '')?.[1];
  const chatId = token && tokens.verify('chat', token);
  if (!chatId) throw problem('not_signed_in', 'The token of this chat does not hold.');
  return { kind: 'patron', chatId };
}
