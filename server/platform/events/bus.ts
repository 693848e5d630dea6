/**
 * The bus carries hints between parts and processes, never truth: who gets one reads the database,
 * or takes the copy that travelled along within the same process. A lost hint costs delay, no data.
 */
export interface Topics {
  /** Something was appended to a chat, or it moved on a desk. `events` only within the process. */
  chat: ChatHint;
  /** An operator's state, leases, queues, levels or rights changed: look again at what they see. */
  operator: { readonly accountId: string };
  /** Something passing in a chat: never stored, worthless a moment later. */
  passing: PassingHint;
  /** Something was said in a ticket or changed about it, or it is a new one. */
  ticket: TicketHint;
  /** Somebody writes an answer to a ticket, or has stopped: never stored. */
  writing: WritingHint;
}

/** An event as stored; each audience has its own number. */
export interface StoredEvent {
  readonly chatId: string;
  readonly seq: number;
  /** Null for what is the staff's alone. */
  readonly patronSeq: number | null;
  readonly kind: string;
  /** p: patron, s: staff, c: Carrel itself. */
  readonly actorKind: 'p' | 's' | 'c';
  readonly actorId: string | null;
  /** Display name of an operator at the moment of speaking. */
  readonly actorName: string | null;
  readonly clientId: string | null;
  readonly text: string | null;
  readonly body: Record<string, unknown> | null;
  readonly at: Date;
}

export interface ChatHint {
  readonly chatId: string;
  /** What was appended, in order; absent in another process, or when nothing was. */
  readonly events?: readonly StoredEvent[];
  /** Connection that gets an acknowledgement in place of its own event. */
  readonly acknowledgedTo?: string | undefined;
  /** The chat stands elsewhere or looks different in the lists of desks. */
  readonly movesDesks: boolean;
}

export type PassingHint = { readonly chatId: string; readonly from: string } & (
  | {
      readonly what: 'typing';
      readonly who: 'patron' | 'operator';
      readonly name?: string;
      readonly on: boolean;
    }
  | {
      readonly what: 'seen';
      readonly who: 'patron' | 'operator';
      /** In the staff's numbers, and in the patron's. */
      readonly seq: number;
      readonly patronSeq: number;
    }
);

export interface TicketHint {
  readonly ticketId: string;
  /** Whose it was until now, where that has changed: it may stand in their lists no more. */
  readonly ownerBefore?: string | null;
}

export interface WritingHint {
  readonly ticketId: string;
  readonly accountId: string;
  readonly name: string;
  readonly on: boolean;
}

export type Topic = keyof Topics;
export type Listener<Name extends Topic> = (hint: Topics[Name]) => void;

export interface Bus {
  publish<Name extends Topic>(topic: Name, hint: Topics[Name]): void;
  /** Answers a function that ends the subscription. */
  subscribe<Name extends Topic>(topic: Name, listener: Listener<Name>): () => void;
}

/** The bus of an installation that is one process: a call, in the order of publishing. */
export function inProcessBus(onError: (error: unknown) => void): Bus {
  const listeners = new Map<Topic, Set<(hint: never) => void>>();

  return {
    publish(topic, hint) {
      for (const listener of listeners.get(topic) ?? []) {
        try {
          listener(hint as never);
        } catch (error) {
          onError(error);
        }
      }
    },
    subscribe(topic, listener) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set.add(listener));
      return () => set.delete(listener);
    },
  };
}
