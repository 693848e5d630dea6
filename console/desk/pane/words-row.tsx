import { Button } from '@mantine/core';
import { IconAlertCircle, IconCheck, IconChecks, IconClock } from '@tabler/icons-react';
import type { OutboxEntry } from '../../platform/connection/index.ts';
import { useConnection } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import type { Delivery, LogRow } from './log-rows.ts';
import styles from './words-row.module.css';
import { WrittenText } from './written-text.tsx';

const MARKS = { sending: IconClock, sent: IconCheck, seen: IconChecks } as const;

const AUTHORS = { own: 'desk.you', carrel: 'practice.carrel' } as const;

interface WordsRowProps {
  readonly row: Extract<LogRow, { kind: 'words' }>;
  readonly patronName: string;
  readonly time: string;
}

/** A message or a note: who said it, what, when, and how far it has come. */
export function WordsRow({ row, patronName, time }: WordsRowProps) {
  const t = useText();
  const known = row.side === 'own' || row.side === 'carrel' ? row.side : null;
  const author = known === null ? (row.author ?? patronName) : t(AUTHORS[known]);

  return (
    <li className={`${styles.row} ${styles[row.side]} ${row.note ? styles.note : ''}`}>
      {row.note && <span className={styles.label}>{t('desk.note.label')}</span>}
      <span className={row.side === 'colleague' ? styles.author : styles.heardAuthor}>
        {author}:{' '}
      </span>
      <span className={styles.text}>
        <WrittenText text={row.text} />
      </span>
      <span className={styles.foot}>
        {row.entry?.refused ? (
          <Refusal entry={row.entry} />
        ) : (
          <>
            {time}
            {row.delivery !== null && <DeliveryMark delivery={row.delivery} />}
          </>
        )}
      </span>
    </li>
  );
}

function DeliveryMark({ delivery }: { readonly delivery: Delivery }) {
  const t = useText();
  const Mark = MARKS[delivery];
  return (
    <span className={styles.delivery}>
      <Mark aria-hidden size={14} stroke={2} />
      {t(`desk.delivery.${delivery}`)}
    </span>
  );
}

/** Not stored, and why; its words stay until their author decides. */
function Refusal({ entry }: { readonly entry: OutboxEntry }) {
  const t = useText();
  const { change } = useConnection();
  if (entry.refused === null) return null;

  return (
    <span className={styles.refusal}>
      <span className={styles.reason}>
        <IconAlertCircle aria-hidden size={16} />
        {t('desk.refused', { reason: t(`shell.problem.${entry.refused.code}`) })}
      </span>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => change({ type: 'retried', clientId: entry.clientId })}
      >
        {t('desk.refused.again')}
      </Button>
      <Button
        size="compact-xs"
        variant="default"
        onClick={() => change({ type: 'discarded', clientId: entry.clientId })}
      >
        {t('desk.refused.discard')}
      </Button>
    </span>
  );
}
