import type { ChatEvent } from '#protocol/events.ts';
import type { Outgoing } from '../outbox.ts';
import { nameOf } from './event-words.ts';
import { failureWords } from './failure-words.ts';
import { findLinks } from './links.ts';
import { useVoice } from './voice.ts';

type MessageEvent = Extract<ChatEvent, { kind: 'message' }>;

interface StoredBubbleProps {
  event: MessageEvent;
  /** The same side spoke just before: the name is not repeated to the eye. */
  isFollowing: boolean;
  mark: 'sent' | 'seen' | null;
}

/** A message that the library has. */
export function StoredBubble({ event, isFollowing, mark }: StoredBubbleProps) {
  const voice = useVoice();
  const isOwn = event.by.kind === 'patron';
  const name = isOwn ? voice.t('you') : nameOf(event.by, voice);
  return (
    <div class={`bubble ${isOwn ? 'own' : 'theirs'} ${isFollowing ? 'following' : ''}`}>
      <p class={isOwn || isFollowing ? 'unseen' : 'name'}>{name}</p>
      <p class="text">
        <LinkedText text={event.text} />
      </p>
      <p class="time">
        <time dateTime={event.at} title={voice.moment(event.at)}>
          {voice.time(event.at)}
        </time>
        {mark && ` · ${voice.t(mark)}`}
      </p>
    </div>
  );
}

interface OutgoingBubbleProps {
  message: Pick<Outgoing, 'text' | 'at' | 'refused'>;
  /** It could not be sent at the first try. */
  isLate: boolean;
  onRetry?: () => void;
  onEdit?: () => void;
  /** Before it is known to be stored: only for a question that is no chat yet. */
  onTakeBack?: () => void;
}

/** A message that is still here, and what becomes of it. */
export function OutgoingBubble({
  message,
  isLate,
  onRetry,
  onEdit,
  onTakeBack,
}: OutgoingBubbleProps) {
  const { t } = useVoice();
  const { text, refused } = message;
  return (
    <div class={`bubble own ${refused ? 'refused' : 'underway'}`}>
      <p class="unseen">{t('you')}</p>
      <p class="text">
        <LinkedText text={text} />
      </p>
      {refused ? (
        <>
          <p class="time fault">
            {t('notSent')}. {failureWords(refused, t)}
          </p>
          {refused !== 'chat_closed' && (
            <div class="row">
              <button type="button" class="quiet" onClick={onRetry}>
                {t('retry')}
              </button>
              <button type="button" class="quiet" onClick={onEdit}>
                {t('copyToField')}
              </button>
            </div>
          )}
        </>
      ) : (
        <>
          <p class={isLate ? 'time late' : 'time'}>{t(isLate ? 'notSentRetrying' : 'sending')}</p>
          {isLate && onTakeBack && (
            <div class="row">
              <button type="button" class="quiet" onClick={onTakeBack}>
                {t('copyToField')}
              </button>
            </div>
          )}
        </>
      )}
    </div>
  );
}

function LinkedText({ text }: { text: string }) {
  return findLinks(text).map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes once it is said
      <a key={index} href={part.href} target="_blank" rel="noopener nofollow">
        {part.text}
      </a>
    ),
  );
}
