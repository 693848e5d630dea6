import { Tooltip, useMatches } from '@mantine/core';
import { IconCode, IconInbox, IconMessages, type IconProps, IconUsers } from '@tabler/icons-react';
import { Link, type LinkProps } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { type TextKey, useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { CarrelMark } from './carrel-mark.tsx';
import styles from './navigation-bar.module.css';
import { WaitingBadge } from './waiting-badge.tsx';

interface Place {
  readonly to: NonNullable<LinkProps['to']>;
  readonly name: TextKey;
  readonly Icon: ComponentType<IconProps>;
  /** For admins and the owner alone. */
  readonly manages?: true;
}

const PLACES: readonly Place[] = [
  { to: '/', name: 'shell.nav.desk', Icon: IconMessages },
  { to: '/questions', name: 'shell.nav.questions', Icon: IconInbox },
  { to: '/widgets', name: 'shell.nav.widgets', Icon: IconCode },
  { to: '/users', name: 'shell.nav.users', Icon: IconUsers, manages: true },
];

/** At the left on wide screens, names as tooltips; at the bottom on phones, names below the icons. */
export function NavigationBar() {
  const t = useText();
  const { role } = useSession();
  const places = PLACES.filter(({ manages }) => !manages || role !== 'operator');
  const isPhone = useMatches({ base: true, sm: false });

  return (
    <nav className={styles.bar} aria-label={t('shell.nav.label')}>
      <CarrelMark className={styles.mark} />
      <ul className={styles.places}>
        {places.map(({ to, name, Icon }) => (
          <li key={to}>
            <Tooltip
              label={t(name)}
              position="right"
              offset={14}
              withinPortal={false}
              disabled={isPhone}
              events={{ hover: true, focus: true, touch: false }}
            >
              <Link to={to} className={styles.place} activeOptions={{ exact: to === '/' }}>
                <span className={styles.icon}>
                  <Icon aria-hidden size={22} stroke={1.6} />
                  {to === '/' && <WaitingBadge />}
                </span>
                <span className={styles.name}>{t(name)}</span>
              </Link>
            </Tooltip>
          </li>
        ))}
      </ul>
      <AccountMenu />
    </nav>
  );
}
