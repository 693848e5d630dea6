import { IconArrowLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useText } from '../../platform/i18n/index.ts';
import { useCoop } from '../use-coop.ts';
import { AdminMenu } from './admin-menu.tsx';
import styles from './coop-bar.module.css';
import { COOP_PLACES, placesFor } from './coop-places.ts';

/** Whose dashboard this is, what it has, and the way back to the desk. */
export function CoopBar() {
  const t = useText();
  const { id: coopId, name, rights } = useCoop();
  const level =
    rights.level === null
      ? t('coops.yourLevel.owner')
      : t('coops.yourLevel', { level: t(`coops.level.${rights.level}`) });

  return (
    <nav className={styles.bar} aria-label={name}>
      <div className={styles.coop}>
        <Link
          to="/"
          className={styles.back}
          aria-label={t('coops.toDesk')}
          title={t('coops.toDesk')}
        >
          <IconArrowLeft aria-hidden size={20} stroke={1.6} />
        </Link>
        <div className={styles.names}>
          <span className={styles.name}>{name}</span>
          <Link to="/coops/$coopId/levels" params={{ coopId }} className={styles.level}>
            {level}
          </Link>
        </div>
      </div>
      <ul className={styles.places}>
        {placesFor(COOP_PLACES, rights).map(({ to, name: place }) => (
          <li key={to}>
            <Link to={to} params={{ coopId }} className={styles.place}>
              {t(place)}
            </Link>
          </li>
        ))}
        <AdminMenu coopId={coopId} rights={rights} />
      </ul>
    </nav>
  );
}
