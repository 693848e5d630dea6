import { Text, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import { MESSAGE_CHARACTERS } from '#protocol/limits.ts';
import { useText } from '../../platform/i18n/index.ts';
import { draftFollowUp, isAddress, keepFollowUp } from '../follow-up.ts';
import styles from './closing-bar.module.css';

interface FollowUpFieldsProps {
  readonly chat: StaffChat;
  readonly onSubmit: () => void;
  readonly children: ReactNode;
}

/** What whoever answers later needs: an address to answer to, and a note of who has read the chat. */
export function FollowUpFields({ chat, onSubmit, children }: FollowUpFieldsProps) {
  const t = useText();
  const [written, setWritten] = useState(() => draftFollowUp(chat.id));
  const { note, email } = written;
  const isWrong = email.trim() !== '' && !isAddress(email);

  const write = (change: Partial<typeof written>) => {
    const next = { ...written, ...change };
    setWritten(next);
    keepFollowUp(chat.id, next);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWrong) onSubmit();
      }}
    >
      {chat.patronEmail === null ? (
        <TextInput
          type="email"
          label={t('closing.email')}
          description={email.trim() === '' ? t('closing.email.none') : undefined}
          error={isWrong && t('closing.email.wrong')}
          value={email}
          autoComplete="off"
          onChange={(event) => write({ email: event.currentTarget.value })}
        />
      ) : (
        <Text size="sm" c="dimmed">
          {t('closing.email.known', { email: chat.patronEmail })}
        </Text>
      )}
      <Textarea
        label={t('closing.note')}
        autosize
        minRows={2}
        maxRows={5}
        maxLength={MESSAGE_CHARACTERS}
        value={note}
        data-autofocus
        onChange={(event) => write({ note: event.currentTarget.value })}
        onKeyDown={(event) => {
          const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (isSend) event.currentTarget.form?.requestSubmit();
        }}
      />
      <div className={styles.acts}>{children}</div>
    </form>
  );
}
