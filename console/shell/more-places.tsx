import { Menu, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';
import styles from './navigation-bar.module.css';
import { EXACT, type Place } from './places.ts';

/** On phones, the places that the bar has no room for. */
export function MorePlaces({ places }: { places: readonly Place[] }) {
  const t = useText();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const isAtOne = places.some(({ to }) => (EXACT.has(to) ? path === to : path.startsWith(to)));

  return (
    <Menu
      position="top"
      shadow="md"
      width={220}
      withinPortal={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton w="100%" className={styles.place} data-current={isAtOne || undefined}>
          <IconDots aria-hidden size={22} stroke={1.6} />
          <span className={styles.name}>{t('shell.nav.more')}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('shell.nav.more')} mah="75dvh" style={{ overflowY: 'auto' }}>
        {places.map(({ to, name, Icon }) => (
          <Menu.Item
            key={to}
            component={Link}
            to={to}
            leftSection={<Icon aria-hidden size={18} stroke={1.6} />}
          >
            {t(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
