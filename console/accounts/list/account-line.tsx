import { ActionIcon, Checkbox, Tooltip } from '@mantine/core';
import { IconKey, IconRestore, IconSettings } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import type { AccountRow } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { AccountMarks } from './account-marks.tsx';
import styles from './account-table.module.css';

/** What can be done from a row of the list. */
export interface AccountActs {
  readonly edit: (account: AccountRow) => void;
  readonly setPassword: (account: AccountRow) => void;
  readonly restore: (account: AccountRow) => void;
  /** `reach`: all from the last tick to here. */
  readonly tick: (account: AccountRow, reach: boolean) => void;
}

interface AccountLineProps {
  readonly account: AccountRow;
  readonly index: number;
  readonly top: number;
  readonly isTicked: boolean;
  readonly withInstitution: boolean;
  readonly acts: AccountActs;
  readonly measure: (row: HTMLElement | null) => void;
}

/** Drawn anew only when something of it has changed: a list that scrolls draws many. */
export const AccountLine = memo(function AccountLine(props: AccountLineProps) {
  const t = useText();
  const { account, index, top, isTicked, withInstitution, acts, measure } = props;
  const { displayName, username, email, role, institutionName, rights } = account;
  const place: CSSProperties = { transform: `translateY(${top}px)` };
  const isMine = rights.mayEdit || rights.mayDelete || rights.mayRestore;

  return (
    <tr
      className={styles.line}
      style={place}
      ref={measure}
      data-index={index}
      data-ticked={isTicked || undefined}
      // The heading is the first.
      aria-rowindex={index + 2}
    >
      <td className={styles.tick}>
        {isMine && (
          <Checkbox
            aria-label={t('accounts.select', { username })}
            checked={isTicked}
            onChange={(event) =>
              acts.tick(
                account,
                event.nativeEvent instanceof MouseEvent && event.nativeEvent.shiftKey,
              )
            }
          />
        )}
      </td>
      <th scope="row" className={styles.who}>
        <span className={styles.name}>{displayName}</span>
        <span className={styles.username}>{username}</span>
      </th>
      <td className={styles.email} title={email ?? undefined}>
        {email ?? <span className={styles.none}>{t('accounts.state.no_email')}</span>}
      </td>
      {withInstitution && <td className={styles.institution}>{institutionName}</td>}
      <td className={styles.role}>{t(`accounts.role.${role}`)}</td>
      <td className={styles.marks}>
        <AccountMarks account={account} />
      </td>
      <td className={styles.acts}>
        {rights.mayRestore && (
          <Act label={t('accounts.restore.of', { username })} onClick={() => acts.restore(account)}>
            <IconRestore aria-hidden size={19} stroke={1.6} />
          </Act>
        )}
        {rights.mayEdit && (
          <Act label={t('accounts.edit.of', { username })} onClick={() => acts.edit(account)}>
            <IconSettings aria-hidden size={19} stroke={1.6} />
          </Act>
        )}
        {rights.maySetPassword && (
          <Act
            label={t('accounts.password.of', { username })}
            onClick={() => acts.setPassword(account)}
          >
            <IconKey aria-hidden size={19} stroke={1.6} />
          </Act>
        )}
      </td>
    </tr>
  );
});

interface ActProps {
  readonly label: string;
  readonly onClick: () => void;
  readonly children: React.ReactNode;
}

function Act({ label, onClick, children }: ActProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="lg" aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
