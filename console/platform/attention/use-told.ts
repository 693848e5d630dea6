import { useEffect } from 'react';
import { useOptionalConnection } from '../connection/index.ts';
import { useText } from '../i18n/index.ts';
import { notify } from '../notify/index.ts';

/** Says what happened to the person at the desk: a co-op lost or gained, an offer that came to nothing. */
export function useTold(): void {
  const t = useText();
  const connection = useOptionalConnection();

  useEffect(
    () =>
      connection?.listen((frame, before) => {
        if (frame.t === 'told') notify(t(`notice.${frame.what}`, { name: frame.name }));
        // A history that is read for the first time is no news.
        if (frame.t !== 'events' || before.streams[frame.chatId]?.caughtUp !== true) return;
        const { accountId, desk } = connection.getState();
        const chat = desk?.chats[frame.chatId];
        if (chat?.ownerId !== accountId) return;
        for (const event of frame.events) {
          if (event.kind !== 'transfer_declined' || event.by.accountId === accountId) continue;
          const names = { name: event.to.name, patron: chat.patronName };
          notify(t(`notice.transfer.${event.reason}`, names));
        }
      }),
    [connection, t],
  );
}
