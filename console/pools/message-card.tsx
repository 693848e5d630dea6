import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { CannedMessage } from '#protocol/canned-messages.ts';
import { useText } from '../platform/i18n/index.ts';
import { MessageForm, type MessageWords, type Saving } from './message-form.tsx';
import styles from './pool-page.module.css';

interface MessageCardProps {
  readonly message: CannedMessage;
  readonly isEdited: boolean;
  readonly mayEdit: boolean;
  readonly saving: Saving;
  readonly onEdit: () => void;
  readonly onSave: (words: MessageWords) => void;
  readonly onCancel: () => void;
  readonly onRemove: () => void;
}

/** A message, or the form for it in its place. */
export function MessageCard(props: MessageCardProps) {
  const { message, isEdited, mayEdit, saving, onEdit, onSave, onCancel, onRemove } = props;
  const t = useText();
  const { title, text } = message;
  const pencil = useRef<HTMLButtonElement>(null);
  const wasEdited = useRef(false);

  // The form took the focus with it.
  useEffect(() => {
    if (wasEdited.current && !isEdited) pencil.current?.focus();
    wasEdited.current = isEdited;
  }, [isEdited]);

  if (isEdited) {
    return (
      <li className={styles.card}>
        <MessageForm message={message} saving={saving} onSave={onSave} onCancel={onCancel} />
      </li>
    );
  }
  return (
    <li className={styles.card}>
      <div className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {mayEdit && (
          <div className={styles.acts}>
            <ActionIcon
              ref={pencil}
              variant="default"
              size={30}
              aria-label={t('things.edit', { name: title })}
              onClick={onEdit}
            >
              <IconPencil size={17} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              variant="default"
              size={30}
              c="late"
              aria-label={t('things.delete', { name: title })}
              onClick={onRemove}
            >
              <IconTrash size={17} stroke={1.6} />
            </ActionIcon>
          </div>
        )}
      </div>
      <p className={styles.text}>{text}</p>
    </li>
  );
}
