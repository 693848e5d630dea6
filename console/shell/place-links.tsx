import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { UnreadBadge } from '../feedback/unread-badge.tsx';
import { useText } from '../platform/i18n/index.ts';
import { TicketsBadge } from '../tickets/tickets-badge.tsx';
import styles from './navigation-bar.module.css';
import { EXACT, type Place } from './places.ts';
import { WaitingBadge } from './waiting-badge.tsx';

/** Items of a list: an icon each, with its name beside it on hover or below it on phones. */
export function PlaceLinks({ places, isPhone }: { places: readonly Place[]; isPhone: boolean }) {
  const t = useText();

  return places.map(({ to, name, Icon }) => (
    <li key={to}>
      <Tooltip
        label={t(name)}
        position="right"
        offset={14}
        withinPortal={false}
        // The bar scrolls on low screens, and would cut it off.
        floatingStrategy="fixed"
        disabled={isPhone}
        events={{ hover: true, focus: true, touch: false }}
      >
        <Link to={to} className={styles.place} activeOptions={{ exact: EXACT.has(to) }}>
          <span className={styles.icon}>
            <Icon aria-hidden size={22} stroke={1.6} />
            {to === '/' && <WaitingBadge />}
            {to === '/tickets' && <TicketsBadge />}
            {to === '/feedback' && <UnreadBadge />}
          </span>
          <span className={styles.name}>{t(name)}</span>
        </Link>
      </Tooltip>
    </li>
  ));
}
