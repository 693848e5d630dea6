import { Avatar, type FloatingPosition, Popover, UnstyledButton, useMatches } from '@mantine/core';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import styles from './account-menu.module.css';
import { AccountPanel } from './account-panel.tsx';

/** The reader's initials, and behind them what is theirs. */
export function AccountMenu() {
  const t = useText();
  const account = useSession();
  const position = useMatches<FloatingPosition>({ base: 'top-end', sm: 'right-end' });

  return (
    <Popover position={position} trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={t('shell.account.open', { name: account.displayName })}
        >
          <Avatar aria-hidden size={34} color="accent" name={account.displayName} variant="light" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown w={260} aria-label={t('shell.account.label')}>
        <AccountPanel />
      </Popover.Dropdown>
    </Popover>
  );
}
