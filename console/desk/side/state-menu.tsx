import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { OperatorState, OwnPresence } from '#protocol/presence.ts';
import { operatorState } from '#protocol/presence.ts';
import { useText } from '../../platform/i18n/index.ts';
import { StateMark } from './state-mark.tsx';
import styles from './state-menu.module.css';

interface StateMenuProps {
  readonly presence: OwnPresence;
  readonly isOnline: boolean;
  readonly onChoose: (state: OperatorState) => void;
}

/** One's own state and load, and the choice of another. Each state says what it does. */
export function StateMenu({ presence, isOnline, onChoose }: StateMenuProps) {
  const t = useText();
  const { state, openChats, maxChats } = presence;

  return (
    <Menu
      width={262}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      position="bottom-start"
      disabled={!isOnline}
    >
      <Menu.Target>
        <UnstyledButton className={styles.button} aria-disabled={!isOnline}>
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
      </Menu.Dropdown>
    </Menu>
  );
}
