import type { DeskView } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import listStyles from './list.module.css';
import styles from './queue-list.module.css';
import { QueueRow } from './queue-row.tsx';
import { queuesByOwner } from './queues-by-owner.ts';
import { Section } from './section.tsx';

interface QueueListProps {
  readonly desk: DeskView;
  readonly isOnline: boolean;
  readonly onOptIn: (queueId: string, optedIn: boolean) => Promise<boolean>;
}

/** The queues that one may answer, under the library or co-op that owns them. */
export function QueueList({ desk, isOnline, onOptIn }: QueueListProps) {
  const t = useText();
  const { queues, presence } = desk;
  const isOn = presence.state === 'available' && presence.openChats < presence.maxChats;
  const chosen = queues.filter(({ optedIn }) => optedIn).length;

  return (
    <Section
      title={t('desk.queues')}
      aside={t('desk.queues.chosen', { chosen, count: queues.length })}
      tour="queues"
    >
      {queues.length === 0 && <p className={listStyles.empty}>{t('desk.queues.none')}</p>}
      {queuesByOwner(queues).map(({ ownerId, ownerName, isCoop, owned }) => (
        <div key={ownerId} className={styles.owner}>
          <h3 className={styles.name}>
            {ownerName} {isCoop && <span className={styles.coop}>{t('desk.queues.coop')}</span>}
          </h3>
          <ul className={listStyles.rows}>
            {owned.map((queue) => (
              <QueueRow
                key={queue.id}
                queue={queue}
                othersOn={queue.operatorsOn - (isOn && queue.optedIn ? 1 : 0)}
                isOnline={isOnline}
                onOptIn={onOptIn}
              />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
