import { useEffect, useState } from 'preact/hooks';
import type { VisitState } from '../visit-state.ts';
import { Icon } from './icons.tsx';
import { useVoice } from './voice.ts';

/** Milliseconds after which "we are looking" alone would sound hollow. */
const LONG = 30_000;

/** What happens while nobody has come yet. */
export function Waiting({ state }: { state: VisitState }) {
  const { t } = useVoice();
  const [isLong, setLong] = useState(false);
  const chat = state.chat?.conversation.chat;
  // Nobody is looking for anybody while the question is still here.
  const isWaiting = state.opening ? !state.openingLate : chat?.state === 'waiting';
  const since = state.opening?.at ?? chat?.openedAt;

  useEffect(() => {
    if (!isWaiting || !since) return;
    const timer = setTimeout(
      () => setLong(true),
      Math.max(0, Date.parse(since) + LONG - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [isWaiting, since]);

  if (!isWaiting || chat?.formOffered) return null;
  return (
    <div class="waiting">
      <Icon name="clock" size={22} />
      <div>
        <p class="strong">{t(isLong ? 'waitingLong' : 'waitingTitle')}</p>
        <p>{t('waitingHint')}</p>
      </div>
    </div>
  );
}
