import { useMemo } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import { claimChat, closeChat, releaseChat } from '#protocol/chats.ts';
import type { Resolution } from '#protocol/events.ts';
import type { OperatorState } from '#protocol/presence.ts';
import { chooseLimit, chooseState } from '#protocol/presence.ts';
import { optIntoQueue } from '#protocol/queues.ts';
import { changeResolution } from '#protocol/resolutions.ts';
import { call } from '../platform/api/index.ts';
import { useConnection } from '../platform/connection/index.ts';
import { useTrouble } from '../platform/notify/index.ts';
import type { FollowUp } from './follow-up.ts';

/** How a chat ended, and what its follow-up takes along. */
export type Said = FollowUp & { readonly resolution: Resolution };

/** What an operator does at the desk beside writing. Each says what went wrong, and answers whether it was done. */
export interface DeskCommands {
  readonly claim: (chatId: string) => Promise<boolean>;
  readonly release: (chatId: string) => Promise<boolean>;
  /** `clientId` makes the closing repeatable. */
  readonly close: (chatId: string, clientId: string, said: Said) => Promise<boolean>;
  /** Says how a closed chat ended, or says otherwise. */
  readonly resolve: (chatId: string, said: Said) => Promise<boolean>;
  readonly choose: (state: OperatorState) => Promise<boolean>;
  /** How many chats at once. */
  readonly limit: (maxChats: number) => Promise<boolean>;
  readonly optIn: (queueId: string, optedIn: boolean) => Promise<boolean>;
}

export function useCommands(): DeskCommands {
  const { change } = useConnection();
  const tellTrouble = useTrouble();

  return useMemo(() => {
    async function attempt(command: () => Promise<void>): Promise<boolean> {
      try {
        await command();
        return true;
      } catch (error) {
        tellTrouble(error);
        return false;
      }
    }
    const takeChat = (chat: StaffChat) => change({ type: 'chat_answered', chat });

    return {
      claim: (chatId) =>
        attempt(async () => takeChat(await call(claimChat, { params: { chatId } }))),
      release: (chatId) =>
        attempt(async () => takeChat(await call(releaseChat, { params: { chatId } }))),
      close: (chatId, clientId, said) =>
        attempt(async () => {
          const body = { clientId, ...said };
          const chat = await call(closeChat, { params: { chatId }, body });
          if ('queueId' in chat) takeChat(chat);
        }),
      resolve: (chatId, said) =>
        attempt(async () =>
          takeChat(await call(changeResolution, { params: { chatId }, body: said })),
        ),
      choose: (state) =>
        attempt(async () => {
          change({
            type: 'presence_answered',
            presence: await call(chooseState, { body: { state } }),
          });
        }),
      limit: (maxChats) =>
        attempt(async () => {
          change({
            type: 'presence_answered',
            presence: await call(chooseLimit, { body: { maxChats } }),
          });
        }),
      optIn: (queueId, optedIn) =>
        attempt(async () => {
          const queue = await call(optIntoQueue, { params: { queueId }, body: { optedIn } });
          change({ type: 'queue_answered', queue });
        }),
    };
  }, [change, tellTrouble]);
}
