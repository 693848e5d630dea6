import { Button } from '@mantine/core';
import { useState } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useTransfers } from './use-transfers.ts';

interface PassedActsProps {
  readonly chat: StaffChat;
  readonly isOnline: boolean;
  readonly onAccepted: (chatId: string) => void;
}

/** Yes or no to a chat that a colleague offers. */
export function PassedActs({ chat, isOnline, onAccepted }: PassedActsProps) {
  const t = useText();
  const { accept, decline } = useTransfers();
  const [isAnswering, setAnswering] = useState(false);
  const answer = async (act: () => Promise<boolean>) => {
    setAnswering(true);
    const done = await act();
    setAnswering(false);
    return done;
  };
  const names = { name: chat.patronName, library: chat.institutionName };

  return (
    <>
      <Button
        size="xs"
        loading={isAnswering}
        disabled={!isOnline}
        aria-label={t('transfer.accept.of', names)}
        onClick={async () => {
          if (await answer(() => accept(chat.id))) onAccepted(chat.id);
        }}
      >
        {t('transfer.accept')}
      </Button>
      <Button
        size="xs"
        variant="default"
        disabled={!isOnline || isAnswering}
        aria-label={t('transfer.decline.of', names)}
        onClick={() => void answer(() => decline(chat.id))}
      >
        {t('transfer.decline')}
      </Button>
    </>
  );
}
