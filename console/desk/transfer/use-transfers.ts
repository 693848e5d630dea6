import { useMemo } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import { acceptTransfer, declineTransfer, transferChat } from '#protocol/transfers.ts';
import { call } from '../../platform/api/index.ts';
import { useConnection } from '../../platform/connection/index.ts';
import { useTrouble } from '../../platform/notify/index.ts';
import type { Target } from './targets.ts';

export interface TransferActs {
  /** Answers the chat as it is afterwards; null when it was refused. */
  readonly send: (chatId: string, target: Target, note: string) => Promise<StaffChat | null>;
  readonly accept: (chatId: string) => Promise<boolean>;
  /** Of who is asked; of who asked: takes the offer back. */
  readonly decline: (chatId: string) => Promise<boolean>;
}

export function useTransfers(): TransferActs {
  const { change } = useConnection();
  const tellTrouble = useTrouble();

  return useMemo(() => {
    async function attempt<Done>(command: () => Promise<Done>): Promise<Done | null> {
      try {
        return await command();
      } catch (error) {
        tellTrouble(error);
        return null;
      }
    }
    return {
      send: (chatId, target, note) =>
        attempt(async () => {
          const written = note.trim() === '' ? {} : { note };
          const body = { clientId: crypto.randomUUID(), ...idOf(target), ...written };
          const chat = await call(transferChat, { params: { chatId }, body });
          change({ type: 'chat_answered', chat });
          return chat;
        }),
      accept: async (chatId) => {
        const chat = await attempt(() => call(acceptTransfer, { params: { chatId } }));
        if (chat) change({ type: 'chat_answered', chat });
        return chat !== null;
      },
      decline: async (chatId) => {
        const done = await attempt(async () => {
          await call(declineTransfer, { params: { chatId } });
          return true;
        });
        return done === true;
      },
    };
  }, [change, tellTrouble]);
}

function idOf(target: Target) {
  if (target.kind === 'person') return { accountId: target.value };
  return target.kind === 'queue' ? { queueId: target.value } : { coopId: target.value };
}
