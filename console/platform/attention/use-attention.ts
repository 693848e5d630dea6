import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useConnectionState, useOptionalConnection } from '../connection/index.ts';
import type { Translate } from '../i18n/index.ts';
import { useText } from '../i18n/index.ts';
import { markTitle } from '../page/index.ts';
import { isAttended } from './attended-chats.ts';
import { badgeFavicon } from './favicon.ts';
import { isFirstToRing } from './first-to-ring.ts';
import { showNotice } from './notifications.ts';
import { readSettings } from './settings.ts';
import type { Signal } from './signals.ts';
import { loudestOf, reminderAt, signalsOf } from './signals.ts';
import { canSound, playSound, unlockOnGesture } from './sounds.ts';
import { countNeedy } from './waiting-count.ts';

/**
 * Calls the operator while they look elsewhere: sound, title, icon, desktop notification. It runs on
 * frames, not on timers: those of a hidden tab are slowed, while the server's pings still wake it.
 */
export function useAttention(): void {
  const t = useText();
  const connection = useOptionalConnection();
  const navigate = useNavigate();
  const needy = useConnectionState(countNeedy);

  useEffect(unlockOnGesture, []);

  useEffect(() => {
    markTitle(needy === 0 ? '' : `(${needy})`);
    badgeFavicon(needy > 0);
    return () => {
      markTitle('');
      badgeFavicon(false);
    };
  }, [needy]);

  useEffect(() => {
    if (connection === null) return;
    const heard = new Set<string>();
    return connection.listen((frame, before) => {
      const state = connection.getState();
      const reminder =
        frame.t === 'ping' ? reminderAt(state, Date.now() + state.clockOffset) : null;
      const signals = reminder === null ? signalsOf(before, state, frame) : [reminder];
      const fresh = signals.filter(({ key }) => !heard.has(key));
      const loudest = loudestOf(fresh.filter(isWanted));
      if (loudest !== null) void ring(loudest);
      for (const signal of fresh) {
        heard.add(signal.key);
        tellDesktop(signal, t, () => void navigate({ to: '/' }));
      }
    });
  }, [connection, t, navigate]);
}

function isWanted(signal: Signal): boolean {
  const { newChat, newMessage } = readSettings();
  return signal.kind === 'message' ? newMessage && !isAttended(signal.chat.id) : newChat;
}

/** Only a tab that the browser lets sound takes part: another one would win the ring and stay silent. */
async function ring(signal: Signal): Promise<void> {
  if (!canSound() || !(await isFirstToRing(signal.key))) return;
  playSound(signal.kind === 'message' ? 'message' : 'chat', readSettings().volume);
}

/** A reminder is heard and not shown again; the tag keeps several tabs from stacking the same notice. */
function tellDesktop(signal: Signal, t: Translate, onOpen: () => void): void {
  if (signal.kind === 'reminder' || !readSettings().desktop || isAttended(signal.chat.id)) return;
  const { institutionName, patronName, question } = signal.chat;
  showNotice({
    tag: signal.chat.id,
    title:
      signal.kind === 'chat'
        ? t('desk.notice.chat', { library: institutionName })
        : t('desk.notice.message', { name: patronName, library: institutionName }),
    body: signal.kind === 'chat' ? question : signal.text,
    onOpen,
  });
}
