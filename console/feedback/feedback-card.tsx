import { Link } from '@tanstack/react-router';
import type { FeedbackItem } from '#protocol/feedback.ts';
import { LibraryBadge } from '../desk/library-badge.tsx';
import { useDates, useText } from '../platform/i18n/index.ts';
import { RatingMark } from '../told-chats/rating-mark.tsx';
import type { ToldPlace } from '../told-chats/told-place.ts';
import { usePeopleWords } from '../told-chats/use-people-words.ts';
import styles from './feedback-page.module.css';
import { NoteThread } from './note-thread.tsx';
import notes from './notes.module.css';

interface FeedbackCardProps {
  readonly item: FeedbackItem;
  readonly place: ToldPlace;
}

/** One chat with what was said about it. */
export function FeedbackCard({ item, place }: FeedbackCardProps) {
  const t = useText();
  const dates = useDates();
  const people = usePeopleWords();
  const { rating, answerings, openedAt } = item;

  return (
    <li className={styles.card}>
      <div className={styles.top}>
        {rating && <RatingMark value={rating.value} />}
        <LibraryBadge name={item.institutionName} />
        <time className={styles.time} dateTime={openedAt} title={dates.moment(openedAt)}>
          {dates.ago(openedAt, Date.now())}
        </time>
      </div>
      {rating?.comment && <blockquote className={styles.comment}>{rating.comment}</blockquote>}
      <ChatLink item={item} place={place} />
      <p className={styles.about}>
        {answerings.length === 0
          ? t('told.unanswered')
          : t('feedback.answeredBy', { people: people(answerings) })}
      </p>
      {item.notes.length > 0 && (
        <ul className={notes.notes}>
          {item.notes.map((note) => (
            <NoteThread key={note.id} note={note} />
          ))}
        </ul>
      )}
    </li>
  );
}

/** To the chat itself, at the place where the reader is. */
function ChatLink({ item, place }: FeedbackCardProps) {
  const t = useText();
  const words = t('feedback.read', { name: item.patronName, question: item.question });
  const search = { chat: item.chatId };
  return place.kind === 'coop' ? (
    <Link
      to="/coops/$coopId/transcripts"
      params={{ coopId: place.coop.id }}
      search={search}
      className={styles.link}
    >
      {words}
    </Link>
  ) : (
    <Link to="/transcripts" search={search} className={styles.link}>
      {words}
    </Link>
  );
}
