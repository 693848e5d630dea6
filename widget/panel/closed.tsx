import type { Visit } from '../visit.ts';
import type { VisitState } from '../visit-state.ts';
import { closingWords } from './event-words.ts';
import { useDetails } from './use-details.ts';
import { useVoice } from './voice.ts';

interface ClosedProps {
  visit: Visit;
  state: VisitState;
  /** Something is in the field that was never sent. */
  hasUnsent: boolean;
}

/** How the chat ended, and the way on. */
export function Closed({ visit, state, hasUnsent }: ClosedProps) {
  const voice = useVoice();
  const { t } = voice;
  const [{ email }] = useDetails();
  const conversation = state.chat?.conversation;
  const closing = conversation?.stream.events.findLast((event) => event.kind === 'closed');
  const isLeft = closing?.reason === 'question_left';
  const keepsUnsent = hasUnsent || (conversation?.outgoing.length ?? 0) > 0;

  return (
    <div class="closed">
      <p class="strong">{closing ? closingWords(closing, voice) : t('chatGone')}</p>
      {isLeft && <p>{email ? t('formSentEmail', { email }) : t('formSentNoEmail')}</p>}
      {keepsUnsent && <p>{t('unsentKept')}</p>}
      <button type="button" class="first first-focus" onClick={visit.startAnew}>
        {t('startNew')}
      </button>
    </div>
  );
}
