import { useEffect } from 'react';
import { chooseState, type OperatorState } from '#protocol/presence.ts';
import { call } from '../platform/api/index.ts';
import {
  type ConnectionState,
  useConnection,
  useConnectionState,
  useOptionalConnection,
} from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { keepNotice, useTrouble } from '../platform/notify/index.ts';
import { useAwayAfter } from './away-after.ts';
import { watchIdle } from './watch-idle.ts';

const selectState = (state: ConnectionState) => state.desk?.presence.state;

/** Says for an operator who has gone that they are away, so that no patron waits for an empty chair. */
export function IdleAway() {
  return useOptionalConnection() === null ? null : <Watch />;
}

function Watch() {
  const t = useText();
  const { change } = useConnection();
  const tellTrouble = useTrouble();
  const state = useConnectionState(selectState);
  const minutes = useAwayAfter();

  useEffect(() => {
    if (minutes === 0 || state !== 'available') return;
    const choose = async (wanted: OperatorState) => {
      const presence = await call(chooseState, { body: { state: wanted } });
      change({ type: 'presence_answered', presence });
    };
    const goAway = async () => {
      await choose('away');
      keepNotice(t('presence.wentAway', { count: minutes }), {
        label: t('presence.back'),
        act: () => void choose('available').catch(tellTrouble),
      });
    };
    // Without a connection it is tried again at the next look.
    return watchIdle(minutes, () => void goAway().catch(() => undefined));
  }, [minutes, state, change, t, tellTrouble]);

  return null;
}
