import { useMemo } from 'react';
import type { ChatEvent } from '#protocol/events.ts';
import { wordsOf } from '../desk/pane/event-words.ts';
import { type LogRow, logRows } from '../desk/pane/log-rows.ts';
import { dayOf, useTimes } from '../desk/use-times.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import { wantedWords } from './found-words.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './transcript-log.module.css';

interface TranscriptLogProps {
  readonly detail: {
    readonly chat: { readonly patronName: string };
    readonly events: readonly ChatEvent[];
  };
  /** Words that were searched for. */
  readonly q: string | undefined;
}

/** What was said and what happened, in order: patrons at the left, staff at the right. */
export function TranscriptLog({ detail, q }: TranscriptLogProps) {
  const t = useText();
  const { id: accountId } = useSession();
  const { timeOf, dateOf } = useTimes();
  const { patronName } = detail.chat;
  const rows = useMemo(
    () => logRows({ events: detail.events, entries: [], accountId, patronSeen: 0, dayOf }),
    [detail.events, accountId],
  );
  const wanted = useMemo(() => wantedWords(q), [q]);

  return (
    <section className={styles.log} aria-label={t('transcripts.log')}>
      <ol className={styles.rows}>
        {rows.map((row) => {
          if (row.kind === 'day') {
            return (
              <li key={row.key} className={styles.day}>
                {dateOf(row.at)}
              </li>
            );
          }
          if (row.kind === 'event') {
            return (
              <li key={row.key} className={styles.event}>
                {wordsOf(row.event, { t, accountId, patronName, timeOf })}
              </li>
            );
          }
          return (
            <Said
              key={row.key}
              row={row}
              patronName={patronName}
              time={timeOf(row.at)}
              wanted={wanted}
            />
          );
        })}
      </ol>
    </section>
  );
}

interface SaidProps {
  readonly row: Extract<LogRow, { kind: 'words' }>;
  readonly patronName: string;
  readonly time: string;
  readonly wanted: readonly string[];
}

function Said({ row, patronName, time, wanted }: SaidProps) {
  const t = useText();
  const isPatron = row.side === 'patron';
  return (
    <li className={isPatron ? styles.patron : styles.staff} data-note={row.note || undefined}>
      <span className={styles.author}>
        {row.note && <span className={styles.label}>{t('desk.note.label')} </span>}
        {isPatron ? patronName : (row.author ?? t('told.staff'))}
      </span>
      <span className={styles.text}>
        <MarkedText text={row.text} wanted={wanted} />
      </span>
      <span className={styles.time}>{time}</span>
    </li>
  );
}
