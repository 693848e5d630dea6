import { render } from 'preact';
import type { CallInput } from '#protocol/endpoint.ts';
import type { giveFeedback } from '#protocol/feedback.ts';
import type { Language } from '#protocol/schemas.ts';
import { call } from '../../api.ts';
import type { Shelf } from '../../shelf.ts';
import type { RunningChat } from '../../visit-state.ts';
import ratingCss from './rating.css?inline';
import { RatingForm } from './rating-form.tsx';
import { openRatings, type PutRating } from './ratings.ts';
import { RATING_WORDS } from './words.ts';

export interface RatingOptions {
  base: string;
  shelf: Shelf;
  language: Language;
  chat: RunningChat;
}

/**
 * Draws the rating of a chat that is over into `place`; the answer is for when the patron goes on.
 * It draws by itself, and not as a part of the panel's tree: a panel that was loaded at the second try
 * has another address, and this file then brings a Preact of its own.
 */
export function mountRating(place: HTMLElement, options: RatingOptions): () => void {
  const { shelf, chat, language } = options;
  const root = place.getRootNode() as ShadowRoot;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(ratingCss);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const words = RATING_WORDS[language];
  let isHere = true;
  const ratings = openRatings(shelf, putWith(options.base), () => draw());
  const draw = () => {
    if (isHere)
      render(
        <RatingForm
          words={words}
          rated={ratings.of(chat)}
          onType={(typed) => ratings.type(chat, typed)}
          onSend={() => ratings.want(chat)}
        />,
        place,
      );
  };
  draw();
  ratings.resume();

  return () => {
    // Its place goes with what is around it.
    isHere = false;
    ratings.leave(chat);
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
  };
}

/** Sends what an earlier page could not. */
export function sendKept(base: string, shelf: Shelf): void {
  openRatings(shelf, putWith(base), () => undefined).resume();
}

function putWith(base: string): PutRating {
  return async ({ chatId, token, rating, comment }) => {
    // Nobody wants to send a choice that was not made.
    if (rating === null) return 'breaks_rule';
    const text = comment.trim();
    const body: CallInput<typeof giveFeedback>['body'] = { rating, ...(text && { comment: text }) };
    const path = `/chats/${chatId}/feedback`;
    const result = await call(base, { method: 'PUT', path, token, body });
    return result.ok ? null : result.code;
  };
}
