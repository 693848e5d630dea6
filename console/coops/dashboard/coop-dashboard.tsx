import { useQuery } from '@tanstack/react-query';
import { Outlet, useParams } from '@tanstack/react-router';
import { isProblem } from '../../platform/api/index.ts';
import { coopQuery } from '../queries.ts';
import { CoopBar } from './coop-bar.tsx';
import styles from './coop-dashboard.module.css';
import { CoopGone } from './coop-gone.tsx';

/** Milliseconds between two looks at whether the reader still has their level: the desk tells sooner. */
const LOOK_MILLISECONDS = 15_000;

/** The bar of the co-op, and the page below it; both go with the level. */
export function CoopDashboard() {
  const { coopId } = useParams({ from: '/staff/coops/$coopId' });
  const { error } = useQuery({ ...coopQuery(coopId), refetchInterval: LOOK_MILLISECONDS });

  if (isProblem(error, 'not_found')) return <CoopGone />;
  return (
    <div className={styles.dashboard}>
      <CoopBar />
      <div className={styles.page} key={coopId}>
        <Outlet />
      </div>
    </div>
  );
}
