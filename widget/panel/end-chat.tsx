import { useEffect, useRef, useState } from 'preact/hooks';
import type { Visit } from '../visit.ts';
import { useVoice } from './voice.ts';

interface EndChatProps {
  visit: Visit;
  /** Who answers, if that may be told. */
  operator: string | null;
  onDone(): void;
}

/** Asks by name before the chat is ended: it can't be opened again. */
export function EndChat({ visit, operator, onDone }: EndChatProps) {
  const { t } = useVoice();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  useEffect(() => keep.current?.focus(), []);

  const end = async () => {
    // Not by `disabled`, which would take the keyboard away from it.
    if (busy) return;
    setBusy(true);
    const failure = await visit.endChat();
    setBusy(false);
    setFailed(failure !== null);
    if (!failure) onDone();
  };

  return (
    <div
      class="confirm"
      role="alertdialog"
      aria-labelledby="end-title"
      aria-describedby="end-hint"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      <p id="end-title" class="strong">
        {operator ? t('endAskWith', { name: operator }) : t('endAsk')}
      </p>
      <p id="end-hint">{t('endHint')}</p>
      {failed && (
        <p class="fault" role="alert">
          {t('endFailed')}
        </p>
      )}
      <div class="row">
        <button type="button" class="danger" aria-disabled={busy} onClick={() => void end()}>
          {t('endYes')}
        </button>
        <button type="button" class="second" ref={keep} onClick={onDone}>
          {t('endNo')}
        </button>
      </div>
    </div>
  );
}
