import { useState } from 'preact/hooks';
import type { WidgetAppearance } from '#protocol/widgets.ts';
import type { FailureCode } from '../api.ts';
import type { Visit } from '../visit.ts';
import type { Details } from '../visit-state.ts';
import { failureWords } from './failure-words.ts';
import { Icon } from './icons.tsx';
import { QuestionForm } from './question-form.tsx';
import { useStoredText } from './shelf-state.ts';
import { useVoice } from './voice.ts';

interface QuestionViewProps {
  visit: Visit;
  appearance: WidgetAppearance;
  /** Why the question could not become a chat. */
  refused: FailureCode | null;
  /** Address of the full-page chat. */
  newTab: string;
}

/** The first thing a patron sees: one field, and a chat or an answer later behind it. */
export function QuestionView({ visit, appearance, refused, newTab }: QuestionViewProps) {
  const { t, language } = useVoice();
  const [, setQuestion] = useStoredText('question');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<FailureCode | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const { online, away, texts } = appearance;

  const leave = async (question: string, details: Details) => {
    setBusy(true);
    const failed = await visit.leaveQuestion(question, details, language);
    setBusy(false);
    setFailure(failed);
    if (failed) return;
    setQuestion('');
    setSentTo(details.email.trim());
  };

  if (sentTo !== null) return <Sent email={sentTo} onAnother={() => setSentTo(null)} />;

  const greeting = online
    ? (texts.greeting ?? t('greeting'))
    : away
      ? (texts.away ?? t('formAway'))
      : (texts.offline ?? t('formOffline'));
  const shown = failure ?? refused;
  return (
    <div class="scroll">
      <p class="greeting" role="status">
        {greeting}
      </p>
      {shown && (
        <p class="fault boxed" role="alert">
          {failureWords(shown, t)}{' '}
          {shown === 'foreign_origin' && (
            <a href={newTab} target="_blank" rel="noopener">
              {t('launcherNewTab')}
            </a>
          )}
        </p>
      )}
      <QuestionForm
        purpose={online ? 'chat' : 'later'}
        busy={busy}
        onSend={(question, details) => {
          if (online) visit.ask(question, details, language);
          else void leave(question, details);
        }}
      />
      {online && <p class="hint">{t('anonymous')}</p>}
    </div>
  );
}

function Sent({ email, onAnother }: { email: string; onAnother(): void }) {
  const { t } = useVoice();
  return (
    <div class="calm" role="status">
      <span class="mark">
        <Icon name="check" size={26} />
      </span>
      <p class="strong">{t('formSent')}</p>
      <p>{email ? t('formSentEmail', { email }) : t('formSentNoEmail')}</p>
      <button type="button" class="second first-focus" onClick={onAnother}>
        {t('formAnother')}
      </button>
    </div>
  );
}
