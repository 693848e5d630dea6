import { Checkbox } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { AccountRow } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useLongList, useReadAhead } from '../../platform/long-list/index.ts';
import { sortBy, type UsersSearch, type UsersSort } from '../users-search.ts';
import { type AccountActs, AccountLine } from './account-line.tsx';
import styles from './account-table.module.css';

/** Pixels of a usual row, until it is measured. */
const LINE_HEIGHT = 57;

interface AccountTableProps {
  readonly accounts: readonly AccountRow[];
  /** Of all pages together. */
  readonly total: number;
  readonly search: UsersSearch;
  readonly withInstitution: boolean;
  readonly isTicked: (account: AccountRow) => boolean;
  readonly allTicked: boolean;
  readonly acts: AccountActs;
  readonly onTickAll: () => void;
  readonly onSort: (search: UsersSearch) => void;
  readonly onNearEnd: () => void;
}

export function AccountTable(props: AccountTableProps) {
  const t = useText();
  const { accounts, total, search, withInstitution, isTicked, allTicked, acts, onNearEnd } = props;
  const list = useLongList<HTMLTableSectionElement>(accounts.length, LINE_HEIGHT);
  useReadAhead(list, accounts.length, onNearEnd);
  const someTicked = !allTicked && accounts.some(isTicked);

  const heading = (sort: UsersSort) => (
    <SortHeading sort={sort} search={search} onSort={props.onSort} />
  );
  return (
    <table
      className={styles.table}
      aria-rowcount={total + 1}
      data-institution={withInstitution || undefined}
      aria-label={t('accounts.title')}
    >
      <thead>
        <tr className={styles.head} aria-rowindex={1}>
          <th scope="col" className={styles.tick}>
            <Checkbox
              aria-label={t('accounts.selectAll')}
              checked={allTicked}
              indeterminate={someTicked}
              onChange={props.onTickAll}
            />
          </th>
          <th
            scope="col"
            className={styles.sorts}
            aria-sort={sortedAs(search, 'username', 'displayName')}
          >
            {heading('displayName')}
            {heading('username')}
          </th>
          <th scope="col">{t('accounts.email')}</th>
          {withInstitution && (
            <th scope="col" aria-sort={sortedAs(search, 'institution')}>
              {heading('institution')}
            </th>
          )}
          <th scope="col">{t('accounts.role')}</th>
          <th scope="col" aria-sort={sortedAs(search, 'lastSignIn')}>
            {heading('lastSignIn')}
          </th>
          <th scope="col" className={styles.acts}>
            {t('accounts.acts')}
          </th>
        </tr>
      </thead>
      <tbody ref={list.body} style={{ height: list.height }}>
        {list.rows.map(({ index, top }) => {
          const account = accounts[index];
          if (!account) return null;
          return (
            <AccountLine
              key={account.id}
              account={account}
              index={index}
              top={top}
              isTicked={isTicked(account)}
              withInstitution={withInstitution}
              acts={acts}
              measure={list.measure}
            />
          );
        })}
      </tbody>
    </table>
  );
}

interface SortHeadingProps {
  readonly sort: UsersSort;
  readonly search: UsersSearch;
  readonly onSort: (search: UsersSearch) => void;
}

function SortHeading({ sort, search, onSort }: SortHeadingProps) {
  const t = useText();
  const order = sortedAs(search, sort);

  return (
    <button type="button" className={styles.sort} onClick={() => onSort(sortBy(search, sort))}>
      {t(`accounts.sort.${sort}`)}
      {order === 'ascending' && <IconChevronUp aria-hidden size={15} stroke={2} />}
      {order === 'descending' && <IconChevronDown aria-hidden size={15} stroke={2} />}
    </button>
  );
}

function sortedAs(search: UsersSearch, ...sorts: UsersSort[]) {
  if (!sorts.includes(search.sort ?? 'username')) return undefined;
  return search.descending ? 'descending' : 'ascending';
}
