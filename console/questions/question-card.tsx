import { Anchor, Button, Group, NativeSelect } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useId } from 'react';
import { type Ticket, type TicketState, ticketState } from '#protocol/tickets.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { mailReply } from './mail-reply.ts';
import styles from './question-card.module.css';

interface QuestionCardProps {
  readonly ticket: Ticket;
  readonly onMove: (to: TicketState) => void;
}

export function QuestionCard({ ticket, onMove }: QuestionCardProps) {
  const t = useText();
  const dates = useDates();
  const nameId = useId();
  const { name, email, question, page, createdAt, institutionName, state } = ticket;
  const who = name ?? email ?? t('questions.nameless');

  return (
    <li className={styles.card} aria-labelledby={nameId}>
      <div className={styles.head}>
        <h2 className={styles.name} id={nameId}>
          {who}
        </h2>
        <span className={styles.library}>{institutionName}</span>
      </div>
      <p className={styles.facts}>
        <time dateTime={createdAt} title={dates.moment(createdAt)}>
          {dates.ago(createdAt, Date.now())}
        </time>
        {page && (
          <>
            {' · '}
            <Anchor href={page.url} target="_blank" rel="noreferrer" inherit>
              {t('questions.page', { page: page.title || page.url })}
            </Anchor>
          </>
        )}
      </p>
      <p className={styles.question}>{question}</p>
      <Group justify="space-between" gap="sm">
        {email === null ? (
          <span className={styles.noMail}>{t('questions.noMail')}</span>
        ) : (
          <Button
            component="a"
            href={mailReply(email, t('questions.subject'), question)}
            variant="light"
            size="sm"
            className={styles.reply}
            leftSection={<IconMail aria-hidden size={18} stroke={1.6} />}
          >
            {t('questions.reply', { email })}
          </Button>
        )}
        <NativeSelect
          aria-label={t('questions.moveTo', { name: who })}
          data={[...ticketState.values].map((value) => ({
            value,
            label: t(`questions.state.${value}`),
          }))}
          value={state}
          onChange={(event) => {
            const to = ticketState.safeParse(event.currentTarget.value);
            if (to.success) onMove(to.data);
          }}
        />
      </Group>
    </li>
  );
}
