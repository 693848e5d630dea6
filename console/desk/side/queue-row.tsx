import { Switch } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import type { DeskQueue } from '#protocol/queues.ts';
import { useText } from '../../platform/i18n/index.ts';
import { oneByOne } from './one-by-one.ts';
import styles from './queue-list.module.css';

interface QueueRowProps {
  readonly queue: DeskQueue;
  /** Colleagues who would be offered a chat of it now. */
  readonly othersOn: number;
  readonly isOnline: boolean;
  readonly onOptIn: (queueId: string, optedIn: boolean) => Promise<boolean>;
}

/** The switch moves at once, and back if the server refuses; without a connection it shows what was last known. */
export function QueueRow({ queue, othersOn, isOnline, onOptIn }: QueueRowProps) {
  const t = useText();
  const switchId = useId();
  const [asked, setAsked] = useState<boolean | null>(null);

  const send = useMemo(
    () => oneByOne((optedIn: boolean) => onOptIn(queue.id, optedIn)),
    [onOptIn, queue.id],
  );
  const change = async (optedIn: boolean) => {
    if (!isOnline) return;
    setAsked(optedIn);
    await send(optedIn);
    setAsked(null);
  };

  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <label className={styles.label} htmlFor={switchId}>
          {queue.name}
        </label>
        <span className={styles.on}>
          {othersOn > 0 ? t('desk.queue.others', { count: othersOn }) : t('desk.queue.nobodyElse')}
        </span>
      </div>
      <Switch
        id={switchId}
        checked={asked ?? queue.optedIn}
        aria-disabled={!isOnline}
        classNames={{ track: styles.track ?? '' }}
        onChange={(event) => void change(event.currentTarget.checked)}
      />
    </li>
  );
}
