import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { FailureCode } from '../api.ts';
import type { ConversationState } from '../conversation-state.ts';
import type { Visit } from '../visit.ts';
import type { Details } from '../visit-state.ts';
import { failureWords } from './failure-words.ts';
import { QuestionForm } from './question-form.tsx';
import { ShelfContext } from './shelf-state.ts';
import { useVoice } from './voice.ts';

interface OfferedFormProps {
  visit: Visit;
  conversation: ConversationState;
  draft: string;
  /** What the patron changed in the form and did not leave: it goes into the field. */
  onKeep(text: string): void;
  onKeepWaiting(): void;
  /** It is with the library now; nothing is left to send. */
  onLeft(): void;
}

/** Nobody came in time: the form, with their words in it already. They may go on waiting. */
export function OfferedForm(props: OfferedFormProps) {
  const { visit, conversation, draft } = props;
  const { t, language } = useVoice();
  const shelf = useContext(ShelfContext);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [words] = useState(() => {
    const own = ownWords(conversation, draft);
    // After a reload the form still has what was changed in it.
    if (!shelf.read('question')) shelf.write('question', own);
    return own;
  });

  const leave = async (question: string, details: Details) => {
    setBusy(true);
    const failed = await visit.leaveQuestion(question, details, language);
    setBusy(false);
    setFailure(failed);
    if (!failed) props.onLeft();
  };

  // Somebody came after all, or the patron waits on. While it is being sent, the closing may come first.
  const goAway = useRef<() => void>(() => undefined);
  goAway.current = () => {
    const text = shelf.read('question');
    if (!busy && text && text !== words) props.onKeep(text);
    shelf.remove('question');
  };
  useEffect(() => () => goAway.current(), []);

  return (
    <section class="offered" aria-labelledby="offered">
      <p class="strong" id="offered">
        {t('offeredTitle')}
      </p>
      <p>{t('offeredHint')}</p>
      {failure && (
        <p class="fault boxed" role="alert">
          {failureWords(failure, t)}
        </p>
      )}
      <QuestionForm
        purpose="later"
        busy={busy}
        onSend={(question, details) => void leave(question, details)}
      />
      <button type="button" class="second" onClick={props.onKeepWaiting}>
        {t('keepWaiting')}
      </button>
    </section>
  );
}

/** All that the patron has written, sent or not. */
function ownWords({ stream, outgoing }: ConversationState, draft: string): string {
  const sent = stream.events.flatMap((event) =>
    event.kind === 'message' && event.by.kind === 'patron' ? [event.text] : [],
  );
  return [...sent, ...outgoing.map((message) => message.text), draft].filter(Boolean).join('\n\n');
}
