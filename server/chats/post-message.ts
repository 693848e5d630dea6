import type { Bus, StoredEvent } from '../platform/events/bus.ts';
import { problem } from '../platform/problem.ts';
import type { MessageWriter, Posted } from './writer.ts';

export interface Speaking {
  /** p: patron, s: staff. */
  readonly actorKind: 'p' | 's';
  readonly actorId: string | null;
  readonly actorName: string | null;
}

export interface Message {
  readonly chatId: string;
  readonly clientId: string;
  readonly text: string;
  /** For staff eyes only. */
  readonly note: boolean;
}

/**
 * Stores a message and only then tells of it. `acknowledgedTo`: the connection that gets the
 * acknowledgement instead of the event.
 *
 * @throws not_found, may_not, chat_closed, client_id_taken; unavailable when it is not known
 *   whether it was stored, so that it must be sent again
 */
export async function postMessage(
  { writer, bus }: { writer: MessageWriter; bus: Bus },
  speaking: Speaking,
  message: Message,
  acknowledgedTo?: string,
): Promise<Posted> {
  const { actorKind, actorId } = speaking;
  const posted = await writer.post({ ...message, actorKind, actorId }).catch(() => {
    throw problem(
      'unavailable',
      'Your message could not be stored just now. It will be sent again.',
    );
  });
  if (posted.verdict === 'stored') {
    const events = [storedEvent(speaking, message, posted)];
    bus.publish('chat', { chatId: message.chatId, events, acknowledgedTo, movesDesks: false });
    return posted;
  }
  if (posted.verdict === 'repeat') return posted;
  throw refusal(posted.verdict);
}

function refusal(verdict: Exclude<Posted['verdict'], 'stored' | 'repeat'>) {
  switch (verdict) {
    case 'unknown':
      return problem('not_found');
    case 'forbidden':
      return problem('may_not', 'Only the operator of a chat can write in it.');
    case 'closed':
      return problem('chat_closed');
    case 'conflict':
      return problem('client_id_taken');
  }
}

function storedEvent(speaking: Speaking, message: Message, posted: Posted): StoredEvent {
  return {
    chatId: message.chatId,
    seq: posted.seq,
    patronSeq: posted.patronSeq,
    kind: message.note ? 'note' : 'message',
    actorKind: speaking.actorKind,
    actorId: speaking.actorId,
    actorName: speaking.actorName,
    clientId: message.clientId,
    text: message.text,
    body: null,
    at: posted.at,
  };
}
