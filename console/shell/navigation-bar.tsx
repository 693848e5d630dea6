import { useMatches } from '@mantine/core';
import { ChatMenu } from '../coops/chat-menu.tsx';
import { useText } from '../platform/i18n/index.ts';
import { useMustAddSecondFactor, useSession } from '../session/index.ts';
import { AccountMenu } from './account-menu.tsx';
import { CarrelMark } from './carrel-mark.tsx';
import { MorePlaces } from './more-places.tsx';
import styles from './navigation-bar.module.css';
import { PlaceLinks } from './place-links.tsx';
import { ADMINISTRATION, OWN_LIBRARY, OWNERSHIP, PLACES } from './places.ts';

/** Places that the bar of phones has room for, beside “Chat” and “More”. */
const ON_PHONES = 2;

/** At the left on wide screens, names as tooltips; at the bottom on phones, names below the icons. */
export function NavigationBar() {
  const t = useText();
  const { role } = useSession();
  const mustAddSecondFactor = useMustAddSecondFactor();
  const isPhone = useMatches({ base: true, sm: false });
  const manages = role !== 'operator' && !mustAddSecondFactor;
  const administration = [...ADMINISTRATION, ...(role === 'owner' ? OWNERSHIP : [OWN_LIBRARY])];
  const places = mustAddSecondFactor ? [] : PLACES;
  const more = [...places.slice(ON_PHONES), ...(manages ? administration : [])];

  return (
    <nav className={styles.bar} aria-label={t('shell.nav.label')}>
      <CarrelMark className={styles.mark} />
      <div className={styles.all}>
        <ul className={styles.places}>
          <PlaceLinks places={isPhone ? places.slice(0, ON_PHONES) : places} isPhone={isPhone} />
          {!mustAddSecondFactor && <ChatMenu styles={styles} />}
          {isPhone && more.length > 0 && (
            <li>
              <MorePlaces places={more} />
            </li>
          )}
        </ul>
        {manages && !isPhone && (
          <ul className={styles.administration} aria-label={t('shell.nav.administration')}>
            <PlaceLinks places={administration} isPhone={false} />
          </ul>
        )}
      </div>
      <AccountMenu />
    </nav>
  );
}
