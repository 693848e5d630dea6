import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { ChatEvent } from '#protocol/events.ts';
import type { Visit } from '../visit.ts';
import type { VisitState } from '../visit-state.ts';
import { OutgoingBubble, StoredBubble } from './bubble.tsx';
import { noticeOf } from './event-words.ts';
import { useVoice } from './voice.ts';
import { Waiting } from './waiting.tsx';

interface ChatLogProps {
  visit: Visit;
  state: VisitState;
  /** Text of a message that was not taken, to be put back into the field. */
  onEdit(text: string): void;
}

/** Pixels from the end within which the reader is taken along with what is new. */
const NEAR_END = 80;

export function ChatLog({ visit, state, onEdit }: ChatLogProps) {
  const voice = useVoice();
  const log = useRef<HTMLDivElement>(null);
  const isNearEnd = useRef(true);
  const conversation = state.chat?.conversation ?? null;
  const events = conversation?.stream.events ?? [];
  const outgoing = conversation?.outgoing ?? [];
  const operator = conversation?.chat?.operator;
  const lastOwn = events.findLast(
    (event) => event.kind === 'message' && event.by.kind === 'patron',
  );

  // Being taken to the end while reading further up would lose one's place.
  useLayoutEffect(() => keepEnd(log.current, isNearEnd.current));
  // Beside new lines, a question above or a keyboard below takes room from the log.
  useEffect(() => {
    const box = log.current;
    if (!box) return;
    const observer = new ResizeObserver(() => keepEnd(box, isNearEnd.current));
    observer.observe(box);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      class="log"
      ref={log}
      role="log"
      aria-live="off"
      aria-label={voice.t('conversation')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard (WCAG 2.1.1)
      tabIndex={0}
      onScroll={({ currentTarget: box }) => {
        isNearEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
      }}
    >
      <div class="lines">
        {state.opening && (
          <OutgoingBubble
            message={{ text: state.opening.question, at: state.opening.at }}
            isLate={state.openingLate}
            onTakeBack={visit.takeBack}
          />
        )}
        {events.map((event, index) => (
          <EventLine
            key={event.seq}
            event={event}
            before={events[index - 1]}
            isSeen={(conversation?.operatorSeen ?? 0) >= event.seq}
            isLastOwn={event === lastOwn && outgoing.length === 0}
          />
        ))}
        {outgoing.map((message) => (
          <OutgoingBubble
            key={message.clientId}
            message={message}
            isLate={conversation?.link === 'lost'}
            onRetry={() => visit.conversation()?.retry(message.clientId)}
            onEdit={() => {
              visit.conversation()?.discard(message.clientId);
              onEdit(message.text);
            }}
          />
        ))}
        {conversation?.operatorTyping && (
          <p class="typing">
            <span class="dots" />
            {operator?.name ? voice.t('typing', { name: operator.name }) : voice.t('typingUnnamed')}
          </p>
        )}
        <Waiting state={state} />
      </div>
    </div>
  );
}

function keepEnd(box: HTMLElement | null, wanted: boolean): void {
  if (box && wanted) box.scrollTop = box.scrollHeight;
}

interface EventLineProps {
  event: ChatEvent;
  before: ChatEvent | undefined;
  isSeen: boolean;
  isLastOwn: boolean;
}

function EventLine({ event, before, isSeen, isLastOwn }: EventLineProps) {
  const voice = useVoice();
  if (event.kind === 'message') {
    const isFollowing = before?.kind === 'message' && before.by.kind === event.by.kind;
    return (
      <StoredBubble
        event={event}
        isFollowing={isFollowing}
        mark={isLastOwn ? (isSeen ? 'seen' : 'sent') : null}
      />
    );
  }
  const notice = noticeOf(event, voice);
  if (!notice) return null;
  return (
    <div class="notice">
      <p>{notice.text}</p>
      {notice.more && <p>{notice.more}</p>}
    </div>
  );
}
