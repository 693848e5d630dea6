import { Link } from '@tanstack/react-router';
import type { Transcript } from '#protocol/transcripts.ts';
import { durationWords } from '../desk/durations.ts';
import { LibraryBadge } from '../desk/library-badge.tsx';
import { useDates, useText } from '../platform/i18n/index.ts';
import { RatingMark } from '../told-chats/rating-mark.tsx';
import { usePeopleWords } from '../told-chats/use-people-words.ts';
import { useShortDate } from '../told-chats/use-short-date.ts';
import styles from './transcript-list.module.css';
import { ROW } from './use-list-keys.ts';

interface TranscriptRowProps {
  readonly transcript: Transcript;
  readonly isRead: boolean;
  readonly onOpen: (chatId: string) => void;
}

/** One chat: whose patron, when, what was asked, who answered, how it ended. */
export function TranscriptRow({ transcript, isRead, onOpen }: TranscriptRowProps) {
  const t = useText();
  const dates = useDates();
  const shortDate = useShortDate();
  const people = usePeopleWords();
  const { chatId, patronName, institutionName, openedAt, question, snippet, answerings } =
    transcript;

  return (
    <li className={styles.item}>
      <Link
        to="."
        search={(search: object) => ({ ...search, chat: chatId })}
        className={styles.row}
        aria-current={isRead ? 'true' : undefined}
        {...{ [ROW]: chatId }}
        onClick={(event) => {
          // A new tab is a new tab.
          if (event.metaKey || event.ctrlKey || event.shiftKey) return;
          event.preventDefault();
          onOpen(chatId);
        }}
      >
        <span className={styles.top}>
          <strong className={styles.name}>{patronName}</strong>
          <LibraryBadge name={institutionName} />
          <time className={styles.time} dateTime={openedAt} title={dates.moment(openedAt)}>
            {shortDate(openedAt, new Date())}
          </time>
        </span>
        <span className={styles.question}>
          {snippet === null || snippet.length === 0
            ? question
            : snippet.map(({ text, found }, place) =>
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a passage never change their places
                found ? <mark key={place}>{text}</mark> : text,
              )}
        </span>
        <span className={styles.facts}>
          <span className={styles.people}>
            {answerings.length === 0 ? (
              <span className={styles.nobody}>{t('told.unanswered')}</span>
            ) : (
              people(answerings)
            )}
          </span>
          {transcript.state !== 'closed' && (
            <span className={styles.running}>{t('transcripts.running')}</span>
          )}
          {transcript.waitSeconds !== null &&
            t('desk.waitedFor', { duration: durationWords(t, transcript.waitSeconds) })}
          {transcript.rating !== null && <RatingMark value={transcript.rating} />}
          {transcript.noteCount > 0 && (
            <span>{t('told.notes', { count: transcript.noteCount })}</span>
          )}
        </span>
      </Link>
    </li>
  );
}
