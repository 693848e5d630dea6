import { Outlet } from '@tanstack/react-router';
import { Attention } from '../platform/attention/index.ts';
import { ConnectionProvider } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { IdleAway } from '../presence/index.ts';
import {
  useLostRights,
  useMustAddSecondFactor,
  useSession,
  useSessionEnd,
} from '../session/index.ts';
import { LiveTickets } from '../tickets/live-tickets.tsx';
import { NavigationBar } from './navigation-bar.tsx';
import styles from './shell.module.css';
import { UnreachableBanner } from './unreachable-banner.tsx';
import { usePagesAhead } from './use-pages-ahead.ts';

/** What surrounds every page of the staff: the bar, and the room for the page itself. */
export function Shell() {
  const t = useText();
  const { id, chatAccess } = useSession();
  const mustAddSecondFactor = useMustAddSecondFactor();
  useSessionEnd();
  useLostRights();
  usePagesAhead();

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <ConnectionProvider accountId={chatAccess && !mustAddSecondFactor ? id : null}>
        <Attention />
        <IdleAway />
        <LiveTickets />
        <NavigationBar />
        <UnreachableBanner />
        <main className={styles.main} id="main" tabIndex={-1}>
          <Outlet />
        </main>
      </ConnectionProvider>
    </div>
  );
}
