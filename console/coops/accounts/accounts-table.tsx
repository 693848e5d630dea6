import type { CoopAccount } from '#protocol/coop-accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useLongList, useReadAhead } from '../../platform/long-list/index.ts';
import { AccountLine } from './account-line.tsx';
import styles from './people-table.module.css';

/** Pixels of a line on a wide page. */
const LINE_HEIGHT = 57;

interface AccountsTableProps {
  readonly accounts: readonly CoopAccount[];
  /** Of all pages together. */
  readonly total: number;
  readonly onEdit: (account: CoopAccount) => void;
  readonly onNearEnd: () => void;
}

export function AccountsTable({ accounts, total, onEdit, onNearEnd }: AccountsTableProps) {
  const t = useText();
  const list = useLongList<HTMLTableSectionElement>(accounts.length, LINE_HEIGHT);
  useReadAhead(list, accounts.length, onNearEnd);

  return (
    <table className={styles.table} aria-rowcount={total + 1} aria-label={t('coops.accounts.tab')}>
      <thead>
        <tr className={styles.head} aria-rowindex={1}>
          <th scope="col">{t('coops.accounts.name')}</th>
          <th scope="col">{t('coops.accounts.institution')}</th>
          <th scope="col">{t('coops.accounts.level')}</th>
          <th scope="col" className={styles.acts}>
            {t('coops.accounts.actions')}
          </th>
        </tr>
      </thead>
      <tbody ref={list.body} style={{ height: list.height }}>
        {list.rows.map(({ index, top }) => {
          const account = accounts[index];
          if (!account) return null;
          return (
            <AccountLine
              key={account.accountId}
              account={account}
              index={index}
              top={top}
              onEdit={onEdit}
              measure={list.measure}
            />
          );
        })}
      </tbody>
    </table>
  );
}
