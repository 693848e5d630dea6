import { Button, Group, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import type { QualityNote } from '#protocol/feedback.ts';
import { MESSAGE_CHARACTERS } from '#protocol/limits.ts';
import { keepDraft } from '../desk/pane/drafts.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { RatingMark } from '../told-chats/rating-mark.tsx';
import styles from './notes.module.css';
import { useDraft } from './use-draft.ts';
import { useReply } from './use-note-acts.ts';

/** One note, to whom it is, and what they replied. */
export function NoteThread({ note }: { readonly note: QualityNote }) {
  const t = useText();
  const dates = useDates();
  const [isReplying, setReplying] = useState(false);
  const { authorName, authorInstitutionName, operatorName, reply } = note;

  return (
    <li className={styles.note} data-unread={note.unread || undefined}>
      <p className={styles.who}>
        {note.unread && <span className={styles.new}>{t('feedback.new')}</span>}
        <span>
          {t('feedback.fromTo', {
            author: authorName,
            library: authorInstitutionName,
            operator: operatorName,
          })}
        </span>
        <time dateTime={note.at} title={dates.moment(note.at)}>
          {dates.ago(note.at, Date.now())}
        </time>
        {note.rating !== null && <RatingMark value={note.rating} />}
      </p>
      <p className={styles.text}>{note.text}</p>
      {reply && !isReplying && (
        <div className={styles.reply}>
          <p className={styles.who}>
            <span>{t('feedback.replied', { operator: operatorName })}</span>
            <time dateTime={reply.at} title={dates.moment(reply.at)}>
              {dates.ago(reply.at, Date.now())}
            </time>
          </p>
          <p className={styles.text}>{reply.text}</p>
        </div>
      )}
      {note.mayReply && !isReplying && (
        <Button size="compact-sm" variant="default" onClick={() => setReplying(true)}>
          {t(reply === null ? 'feedback.reply' : 'feedback.reply.change')}
        </Button>
      )}
      {isReplying && <ReplyForm note={note} onDone={() => setReplying(false)} />}
    </li>
  );
}

function ReplyForm({ note, onDone }: { note: QualityNote; onDone: () => void }) {
  const t = useText();
  const [text, setText] = useDraft(`reply.${note.id}`, note.reply?.text ?? '');
  const replying = useReply(note, () => {
    keepDraft(`reply.${note.id}`, '');
    onDone();
  });
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') replying.mutate(text);
      }}
    >
      <Textarea
        ref={field}
        label={t('feedback.reply.text')}
        autosize
        minRows={2}
        maxRows={10}
        maxLength={MESSAGE_CHARACTERS}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Group gap="xs" mt="xs">
        <Button type="submit" size="compact-sm" loading={replying.isPending}>
          {t('feedback.reply.send')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={onDone}>
          {t('shell.cancel')}
        </Button>
      </Group>
    </form>
  );
}
