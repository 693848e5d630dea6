import type { FailureCode } from '../../api.ts';
import { isPassing } from '../../api.ts';
import { readStored, type Shelf } from '../../shelf.ts';
import type { RunningChat } from '../../visit-state.ts';

/** From Bad to Great. */
export const STEPS = [1, 2, 3, 4] as const;
export type Step = (typeof STEPS)[number];

/** What a patron says of a chat that is over, and how far it has come. */
export interface Rated extends RunningChat {
  rating: Step | null;
  comment: string;
  /** `wanted`: on its way, or sent again until it is stored. `refused`: the server will not have it. */
  state: 'typed' | 'wanted' | 'sent' | 'refused';
  /** A try has failed; it goes on by itself. */
  late: boolean;
  /** The patron has gone on to something else: nobody looks at it any more. */
  left: boolean;
}

/** The ratings of one browser that are not settled, kept over pages and lost connections. */
export interface Ratings {
  of(chat: RunningChat): Rated;
  type(chat: RunningChat, typed: Pick<Rated, 'rating' | 'comment'>): void;
  /** Sends it, however long that takes. */
  want(chat: RunningChat): void;
  /** The patron goes on. Who chose a rating has given it; only a choice that was never made is dropped. */
  leave(chat: RunningChat): void;
  /** Sends what was not stored so far, such as on an earlier page. */
  resume(): void;
}

/** Null on success. */
export type PutRating = (rated: Rated) => Promise<FailureCode | null>;

/** Milliseconds until what could not be sent is sent again. */
const AGAIN = 5_000;

/** `onChange`: called after every change of any of them. */
export function openRatings(shelf: Shelf, put: PutRating, onChange: () => void): Ratings {
  let round = Promise.resolve();
  let again: ReturnType<typeof setTimeout> | undefined;

  const of = (chat: RunningChat): Rated =>
    readAll(shelf)[chat.chatId] ?? {
      chatId: chat.chatId,
      token: chat.token,
      rating: null,
      comment: '',
      state: 'typed',
      late: false,
      left: false,
    };
  const write = (chatId: string, rated: Rated | undefined) => {
    const { [chatId]: _, ...others } = readAll(shelf);
    const all = rated ? { ...others, [chatId]: rated } : others;
    if (Object.keys(all).length > 0) shelf.write('rating', JSON.stringify(all));
    else shelf.remove('rating');
    onChange();
  };
  const change = (chat: RunningChat, part: Partial<Rated>) =>
    write(chat.chatId, { ...of(chat), ...part });
  const settle = (rated: Rated, part: Partial<Rated>) =>
    write(rated.chatId, rated.left ? undefined : { ...rated, ...part });

  const sendOne = async (rated: Rated) => {
    const failure = await put(rated);
    // Changed while it was on its way: what stands there now has a round of its own.
    if (JSON.stringify(of(rated)) !== JSON.stringify(rated)) return;
    if (failure === null) return settle(rated, { state: 'sent', late: false });
    if (!isPassing(failure)) return settle(rated, { state: 'refused', late: false });
    if (!rated.late) change(rated, { late: true });
    clearTimeout(again);
    again = setTimeout(resume, AGAIN);
  };

  /** One after the other: an older rating never arrives after the newer one. */
  const resume = () => {
    round = round.then(async () => {
      const wanted = Object.values(readAll(shelf)).filter(({ state }) => state === 'wanted');
      for (const rated of wanted) await sendOne(rated);
    });
  };

  return {
    of,
    resume,
    type: (chat, typed) => change(chat, { ...typed, state: 'typed', late: false }),
    want(chat) {
      change(chat, { state: 'wanted', late: false });
      resume();
    },
    leave(chat) {
      const { state, rating } = of(chat);
      const isGiven = state === 'wanted' || (state === 'typed' && rating !== null);
      if (!isGiven) return write(chat.chatId, undefined);
      change(chat, { state: 'wanted', left: true });
      resume();
    },
  };
}

/** By id of the chat; what is broken counts as nothing. */
function readAll(shelf: Shelf): Record<string, Rated> {
  return readStored<Record<string, Rated>>(shelf, 'rating', []) ?? {};
}
