import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconStack2 } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { OperatorState, OwnPresence } from '#protocol/presence.ts';
import { operatorState } from '#protocol/presence.ts';
import { useText } from '../../platform/i18n/index.ts';
import { LimitDialog } from './limit-dialog.tsx';
import { StateMark } from './state-mark.tsx';
import styles from './state-menu.module.css';

interface StateMenuProps {
  readonly presence: OwnPresence;
  readonly isOnline: boolean;
  readonly onChoose: (state: OperatorState) => void;
  readonly onLimit: (limit: number) => Promise<boolean>;
}

/** One's own state and load, and the choice of others. Each state says what it does. */
export function StateMenu({ presence, isOnline, onChoose, onLimit }: StateMenuProps) {
  const t = useText();
  const button = useRef<HTMLButtonElement>(null);
  const [isLimitOpen, setLimitOpen] = useState(false);
  const { state, openChats, maxChats } = presence;

  return (
    <>
      <Menu
        width={262}
        withinPortal={false}
        withInitialFocusPlaceholder={false}
        position="bottom-start"
        disabled={!isOnline}
      >
        <Menu.Target>
          <UnstyledButton ref={button} className={styles.button} aria-disabled={!isOnline}>
            <StateMark state={state} />
            <span className={styles.words}>
              <span className={styles.name}>{t(`desk.state.${state}`)}</span>
              <span className={styles.load}>
                {t('desk.load', { open: openChats, count: maxChats })}
              </span>
            </span>
            <IconChevronDown aria-hidden size={16} stroke={1.6} className={styles.arrow} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('desk.state.label')}>
          {[...operatorState.values].map((choice) => (
            <Menu.RadioItem
              key={choice}
              value={choice}
              checked={choice === state}
              closeMenuOnClick
              rightSection={<StateMark state={choice} />}
              onChange={() => onChoose(choice)}
            >
              <span className={styles.choice}>{t(`desk.state.${choice}`)}</span>
              <span className={styles.meaning}>{t(`desk.state.${choice}.meaning`)}</span>
            </Menu.RadioItem>
          ))}
          <Menu.Divider />
          <Menu.Item
            leftSection={<IconStack2 aria-hidden size={16} stroke={1.6} />}
            onClick={() => setLimitOpen(true)}
          >
            {t('desk.limit.open', { count: maxChats })}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LimitDialog
        isOpen={isLimitOpen}
        limit={maxChats}
        onChoose={onLimit}
        onClose={() => setLimitOpen(false)}
        onGone={() => button.current?.focus()}
      />
    </>
  );
}
