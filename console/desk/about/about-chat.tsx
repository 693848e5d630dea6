import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import type { ChatEvent } from '#protocol/events.ts';
import { LANGUAGE_NAMES, useText } from '../../platform/i18n/index.ts';
import { ColumnAlerts, PolicyColumn } from '../../policies/index.ts';
import { useSession } from '../../session/index.ts';
import { durationWords } from '../durations.ts';
import { useChat, useEvents } from '../use-chat.ts';
import { useTimes } from '../use-times.ts';
import styles from './about-chat.module.css';
import { PageTrail } from './page-trail.tsx';
import { pageTrail } from './trail.ts';
import { useInsert } from './use-insert.ts';

interface AboutChatProps {
  readonly chatId: string;
  /** A snippet was put into the chat. */
  readonly onInserted: () => void;
}

/**
 * What one wants to know beside the words of a chat: of a patron from elsewhere first how things are
 * done at their library, of one's own library's first who they are.
 */
export function AboutChat({ chatId, onInserted }: AboutChatProps) {
  const t = useText();
  const { institutionId } = useSession();
  const chat = useChat(chatId);
  const insert = useInsert(chatId);
  if (chat === null) return null;
  const isOwn = chat.institutionId === institutionId;
  const insertAndTell = (text: string) => {
    insert?.(text);
    onInserted();
  };

  return (
    // Another chat begins anew: nothing that was revealed for the last one stays in sight.
    <Tabs key={chatId} defaultValue={isOwn ? 'chat' : 'policy'} keepMounted={false}>
      <h2 className={styles.title}>{chat.institutionName}</h2>
      <ColumnAlerts institutionId={chat.institutionId} />
      <Tabs.List grow mb="md" aria-label={t('desk.about')}>
        <Tabs.Tab value="policy">{t('policies.about.policy')}</Tabs.Tab>
        <Tabs.Tab value="chat">{t('policies.about.chat')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="policy">
        <PolicyColumn
          institutionId={chat.institutionId}
          chatId={chatId}
          onInsert={insert && insertAndTell}
        />
      </Tabs.Panel>
      <Tabs.Panel value="chat">
        <ChatFacts chat={chat} />
      </Tabs.Panel>
    </Tabs>
  );
}

function ChatFacts({ chat }: { readonly chat: StaffChat }) {
  const t = useText();
  const { timeOf } = useTimes();
  const events: readonly ChatEvent[] = useEvents(chat.id);

  return (
    <>
      <dl className={styles.facts}>
        <Fact name={t('desk.about.patron')}>{chat.patronName}</Fact>
        <Fact name={t('desk.about.email')}>
          {chat.patronEmail === null ? (
            t('desk.about.noEmail')
          ) : (
            <a href={`mailto:${encodeURIComponent(chat.patronEmail)}`}>{chat.patronEmail}</a>
          )}
        </Fact>
        <Fact name={t('desk.about.language')}>{LANGUAGE_NAMES[chat.language]}</Fact>
        <Fact name={t('desk.about.queue')}>
          {chat.coopName === null || chat.coopName === chat.queueName
            ? chat.queueName
            : t('desk.about.queueOf', { queue: chat.queueName, coop: chat.coopName })}
        </Fact>
        <Fact name={t('desk.about.opened')}>{timeOf(chat.openedAt)}</Fact>
        {chat.claimedAt !== null && (
          <Fact name={t('desk.about.claimed')}>
            {timeOf(chat.claimedAt)}
            {chat.ownerName !== null && `, ${chat.ownerName}`}
          </Fact>
        )}
        {chat.waitedSeconds !== null && (
          <Fact name={t('desk.about.waited')}>{durationWords(t, chat.waitedSeconds)}</Fact>
        )}
        {chat.closedAt !== null && (
          <Fact name={t('desk.about.closed')}>{timeOf(chat.closedAt)}</Fact>
        )}
      </dl>
      <h3 className={styles.heading}>{t('desk.about.pages')}</h3>
      <PageTrail visits={pageTrail(events)} />
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
