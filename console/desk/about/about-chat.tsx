import type { ReactNode } from 'react';
import type { ChatEvent } from '#protocol/events.ts';
import { LANGUAGE_NAMES, useText } from '../../platform/i18n/index.ts';
import { durationWords } from '../durations.ts';
import { useChat, useEvents } from '../use-chat.ts';
import { useTimes } from '../use-times.ts';
import styles from './about-chat.module.css';
import { PageTrail } from './page-trail.tsx';
import { pageTrail } from './trail.ts';

/** What is known of a chat beside its words. */
export function AboutChat({ chatId }: { readonly chatId: string }) {
  const t = useText();
  const { timeOf } = useTimes();
  const chat = useChat(chatId);
  const events: readonly ChatEvent[] = useEvents(chatId);
  if (chat === null) return null;

  return (
    <>
      <h2 className={styles.title}>{chat.institutionName}</h2>
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
