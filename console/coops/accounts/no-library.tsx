import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { useCoop } from '../use-coop.ts';

/** In place of people, where there are no libraries whose people they could be. */
export function NoLibrary() {
  const t = useText();
  const { id: coopId, rights } = useCoop();

  return (
    <EmptyNotice title={t('coops.libraries.empty')} text={t('coops.libraries.empty.people')}>
      {rights.mayManageCoop && (
        <Button
          renderRoot={(props) => (
            <Link to="/coops/$coopId/settings" params={{ coopId }} {...props} />
          )}
        >
          {t('coops.nav.settings')}
        </Button>
      )}
    </EmptyNotice>
  );
}
