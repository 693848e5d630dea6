import { useState } from 'preact/hooks';
import type { Visit } from '../visit.ts';
import { isOver, type VisitState } from '../visit-state.ts';
import { ChatLog } from './chat-log.tsx';
import { Closed } from './closed.tsx';
import { Composer } from './composer.tsx';
import { OfferedForm } from './offered-form.tsx';
import { useStoredText } from './shelf-state.ts';
import { useVoice } from './voice.ts';

interface ChatViewProps {
  visit: Visit;
  state: VisitState;
  base: string;
}

/** The running chat: what was said, what goes on, and the field. */
export function ChatView({ visit, state, base }: ChatViewProps) {
  const { t } = useVoice();
  const conversation = state.chat?.conversation ?? null;
  const chat = conversation?.chat ?? null;
  const [draft, setDraft] = useStoredText('draft');
  // Which offer was declined: another one, after another wait, is made again.
  const [declined, setDeclined] = useState(false);
  const isOffered = chat?.formOffered === true && chat.state === 'waiting';
  const isClosed = isOver(state.chat);

  return (
    <>
      {(conversation?.link === 'lost' || state.openingLate) && (
        <p class="banner" role="presentation">
          {t('lost')}
        </p>
      )}
      <ChatLog
        visit={visit}
        state={state}
        onEdit={(text) => setDraft([draft, text].filter(Boolean).join('\n\n'))}
      />
      {isClosed && (
        <Closed visit={visit} state={state} base={base} hasUnsent={draft.trim() !== ''} />
      )}
      {!isClosed && isOffered && !declined && conversation && (
        <OfferedForm
          visit={visit}
          conversation={conversation}
          draft={draft}
          onKeep={setDraft}
          onKeepWaiting={() => setDeclined(true)}
          onLeft={() => setDraft('')}
        />
      )}
      {!isClosed && (!isOffered || declined) && (
        <Composer
          draft={draft}
          onDraft={setDraft}
          onType={(text) => visit.conversation()?.type(text !== '')}
          onSend={state.opening ? null : (text) => visit.conversation()?.say(text)}
          aside={
            isOffered && (
              <button type="button" class="quiet" onClick={() => setDeclined(false)}>
                {t('offerAgain')}
              </button>
            )
          }
        />
      )}
    </>
  );
}
