import { Menu, UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import type { CoopRights } from '#protocol/coops.ts';
import { useText } from '../../platform/i18n/index.ts';
import styles from './coop-bar.module.css';
import { COOP_ADMINISTRATION, placesFor } from './coop-places.ts';

interface AdminMenuProps {
  readonly coopId: string;
  readonly rights: CoopRights;
}

/** “Admin > Accounts”; nothing for those who have nothing to do there. */
export function AdminMenu({ coopId, rights }: AdminMenuProps) {
  const t = useText();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const places = placesFor(COOP_ADMINISTRATION, rights);
  const isAt = (to: string) => path.startsWith(to.replace('$coopId', coopId));

  if (places.length === 0) return null;
  return (
    <li>
      <Menu
        position="bottom-end"
        shadow="md"
        width={220}
        withinPortal={false}
        floatingStrategy="fixed"
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <UnstyledButton
            className={styles.place}
            data-current={places.some(({ to }) => isAt(to)) || undefined}
          >
            {t('coops.nav.admin')}
            <IconChevronDown aria-hidden size={15} stroke={2} />
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('coops.nav.admin')}>
          {places.map(({ to, name }) => (
            <Menu.Item
              key={to}
              renderRoot={(props) => <Link to={to} params={{ coopId }} {...props} />}
            >
              {t(name)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}
