import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { Visit } from '../visit.ts';
import type { VisitState } from '../visit-state.ts';
import { closingWords } from './event-words.ts';
import { offerRating } from './rating/offer-rating.ts';
import { ShelfContext } from './shelf-state.ts';
import { useDetails } from './use-details.ts';
import { useVoice } from './voice.ts';

interface ClosedProps {
  visit: Visit;
  state: VisitState;
  base: string;
  /** Something is in the field that was never sent. */
  hasUnsent: boolean;
}

/** How the chat ended, what the patron says of it, and the way on. */
export function Closed({ visit, state, base, hasUnsent }: ClosedProps) {
  const voice = useVoice();
  const { t, language } = voice;
  const shelf = useContext(ShelfContext);
  const [{ email }] = useDetails();
  const place = useRef<HTMLDivElement>(null);
  const { chat } = state;
  const events = chat?.conversation.stream.events ?? [];
  const closing = events.findLast((event) => event.kind === 'closed');
  // Nobody rates what nobody did.
  const canRate = closing !== undefined && events.some((event) => event.kind === 'claimed');
  const isLeft = closing?.reason === 'question_left';
  const keepsUnsent = hasUnsent || (chat?.conversation.outgoing.length ?? 0) > 0;

  // Left at once, and not after the next paint: the page may be gone by then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rating of a chat is offered once
  useLayoutEffect(() => {
    if (!canRate || !chat || !place.current) return;
    return offerRating(place.current, { base, shelf, language, chat });
  }, [canRate, chat?.chatId]);

  return (
    <div class="closed">
      <p class="strong">{closing ? closingWords(closing, voice) : t('chatGone')}</p>
      {isLeft && <p>{email ? t('formSentEmail', { email }) : t('formSentNoEmail')}</p>}
      {keepsUnsent && <p>{t('unsentKept')}</p>}
      <div ref={place} />
      <button type="button" class="first first-focus" onClick={visit.startAnew}>
        {t('startNew')}
      </button>
    </div>
  );
}
