import { useEffect } from 'preact/hooks';
import type { Visit } from '../visit.ts';
import type { VisitState } from '../visit-state.ts';
import { useVoice } from './voice.ts';

/** Milliseconds between two tries while the patron looks on. */
const TRY_EVERY = 5_000;

/** Before the widget's look is known: a moment, or trouble. */
export function Arriving({ visit, state }: { visit: Visit; state: VisitState }) {
  const { t } = useVoice();
  const isGone = state.trouble === 'not_found';
  const keepTrying = state.trouble !== null && !isGone;
  useEffect(() => {
    if (!keepTrying) return;
    const timer = setInterval(visit.arrive, TRY_EVERY);
    return () => clearInterval(timer);
  }, [keepTrying, visit]);

  if (!state.trouble) return <p class="calm">{t('loading')}</p>;
  return (
    <div class="calm" role="alert">
      <p class="strong">{t(isGone ? 'widgetGone' : 'unreachable')}</p>
      <p>{t(isGone ? 'widgetGoneHint' : 'unreachableHint')}</p>
      {!isGone && (
        <button type="button" class="second first-focus" onClick={visit.arrive}>
          {t('tryAgain')}
        </button>
      )}
    </div>
  );
}
