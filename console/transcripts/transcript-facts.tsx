import type { RefObject } from 'react';
import { resolution } from '#protocol/events.ts';
import type { TranscriptDetail } from '#protocol/transcripts.ts';
import { durationWords } from '../desk/durations.ts';
import { LibraryBadge } from '../desk/library-badge.tsx';
import { titleWithin } from '../desk/pane/page-title.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { RatingMark } from '../told-chats/rating-mark.tsx';
import { usePeopleWords } from '../told-chats/use-people-words.ts';
import styles from './reading-pane.module.css';

interface TranscriptFactsProps {
  readonly detail: TranscriptDetail;
  readonly heading: RefObject<HTMLHeadingElement | null>;
}

/** Whose patron, who answered, how long it took, how it ended, and what the patron thought of it. */
export function TranscriptFacts({ detail, heading }: TranscriptFactsProps) {
  const t = useText();
  const { chat, rating } = detail;

  return (
    <header className={styles.facts}>
      <div className={styles.top}>
        <h2 className={styles.name} ref={heading} tabIndex={-1}>
          {chat.patronName}
        </h2>
        <LibraryBadge name={chat.institutionName} />
      </div>
      <dl className={styles.list}>
        {rowsOf(detail, t, usePeopleWords(), useDates().moment).map(([term, words]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
        {chat.page && (
          <div>
            <dt>{t('transcripts.page')}</dt>
            <dd>
              <a href={chat.page.url} target="_blank" rel="noopener noreferrer">
                {titleWithin(chat.page, chat.institutionName)}
              </a>
            </dd>
          </div>
        )}
        {rating && (
          <div>
            <dt>{t('told.rating')}</dt>
            <dd>
              <RatingMark value={rating.value} />
              {rating.comment !== null && <q className={styles.comment}>{rating.comment}</q>}
            </dd>
          </div>
        )}
      </dl>
    </header>
  );
}

/** Terms and their words, those that there are. */
function rowsOf(
  { chat, answerings, coops, ...detail }: TranscriptDetail,
  t: ReturnType<typeof useText>,
  people: ReturnType<typeof usePeopleWords>,
  moment: (instant: string) => string,
): [string, string][] {
  const { waitSeconds, durationSeconds } = detail;
  const ended = resolution.safeParse(detail.resolution).data;
  const rows: [string, string | null][] = [
    [t('transcripts.opened'), moment(chat.openedAt)],
    [t('told.queue'), chat.queueName],
    [t('transcripts.coops'), coops.map(({ name }) => name).join(', ') || null],
    [
      t('transcripts.answeredBy'),
      answerings.length === 0 ? t('told.unanswered') : people(answerings),
    ],
    [t('transcripts.wait'), waitSeconds === null ? null : durationWords(t, waitSeconds)],
    [
      t('transcripts.duration'),
      durationSeconds === null ? null : durationWords(t, durationSeconds),
    ],
    [t('told.resolution'), ended === undefined ? null : t(`told.resolution.${ended}`)],
    [t('transcripts.email'), chat.patronEmail],
  ];
  return rows.flatMap(([term, words]) => (words === null ? [] : [[term, words]]));
}
