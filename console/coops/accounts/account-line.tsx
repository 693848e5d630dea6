import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { memo } from 'react';
import type { CoopAccount } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useSession } from '../../session/index.ts';
import styles from './people-table.module.css';
import { PersonCell } from './person-cell.tsx';

interface AccountLineProps {
  readonly account: CoopAccount;
  readonly index: number;
  readonly top: number;
  readonly onEdit: (account: CoopAccount) => void;
  readonly measure: (row: HTMLElement | null) => void;
}

/** Drawn anew only when something of it has changed: a list that scrolls draws many. */
export const AccountLine = memo(function AccountLine(props: AccountLineProps) {
  const t = useText();
  const { id: ownId } = useSession();
  const { account, index, top, onEdit, measure } = props;
  const { username, institutionName, level, mayEdit } = account;
  const label = t('coops.accounts.edit.of', { username });

  return (
    <tr
      className={styles.line}
      style={{ transform: `translateY(${top}px)` }}
      ref={measure}
      data-index={index}
      // The heading is the first.
      aria-rowindex={index + 2}
    >
      <PersonCell person={account} isSelf={account.accountId === ownId} />
      <td className={styles.institution}>{institutionName}</td>
      <td className={styles.level}>{t(`coops.level.${level}`)}</td>
      <td className={styles.acts}>
        {mayEdit && (
          <Tooltip label={label}>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="lg"
              aria-label={label}
              onClick={() => onEdit(account)}
            >
              <IconPencil aria-hidden size={19} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
      </td>
    </tr>
  );
});
