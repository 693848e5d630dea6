import { Tooltip } from '@mantine/core';
import type { CoopCandidate } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './people-table.module.css';

interface PersonCellProps {
  readonly person: Pick<CoopCandidate, 'displayName' | 'username' | 'chatAccess'>;
  readonly isSelf?: boolean;
}

/** Who a line is about, and what stands out in them. */
export function PersonCell({ person, isSelf = false }: PersonCellProps) {
  const t = useText();

  return (
    <th scope="row" className={styles.who}>
      <span className={styles.name}>
        {person.displayName}
        {isSelf && <span className={styles.mark}>{t('coops.accounts.you')}</span>}
        {!person.chatAccess && (
          <Tooltip label={t('coops.accounts.noChat')}>
            <span className={styles.mark} data-wait>
              {t('coops.accounts.noChat.short')}
            </span>
          </Tooltip>
        )}
      </span>
      <span className={styles.username}>{person.username}</span>
    </th>
  );
}
