import { Avatar, type FloatingPosition, Popover, UnstyledButton, useMatches } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import styles from './account-menu.module.css';
import { AccountPanel } from './account-panel.tsx';

/** The reader's initials, and behind them what is theirs. */
export function AccountMenu() {
  const t = useText();
  const account = useSession();
  // Who goes on to the desk from here is not led back to this button.
  const [state, setState] = useState<'closed' | 'open' | 'left'>('closed');
  const position = useMatches<FloatingPosition>({ base: 'top-end', sm: 'right-end' });

  return (
    <Popover
      opened={state === 'open'}
      onChange={(isOpen) => setState(isOpen ? 'open' : 'closed')}
      position={position}
      trapFocus
      returnFocus={state !== 'left'}
      shadow="md"
      withinPortal
    >
      <Popover.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={t('shell.account.open', { name: account.displayName })}
          onClick={() => setState((now) => (now === 'open' ? 'closed' : 'open'))}
        >
          <Avatar aria-hidden size={34} color="accent" name={account.displayName} variant="light" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown w={260} aria-label={t('shell.account.label')}>
        <AccountPanel onLeave={() => setState('left')} />
      </Popover.Dropdown>
    </Popover>
  );
}
