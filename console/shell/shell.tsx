import { Outlet } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';
import { useSessionEnd } from '../session/index.ts';
import { NavigationBar } from './navigation-bar.tsx';
import styles from './shell.module.css';
import { UnreachableBanner } from './unreachable-banner.tsx';

/** What surrounds every page of the staff: the bar, and the room for the page itself. */
export function Shell() {
  const t = useText();
  useSessionEnd();

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      <NavigationBar />
      <UnreachableBanner />
      <main className={styles.main} id="main" tabIndex={-1}>
        <Outlet />
      </main>
    </div>
  );
}
