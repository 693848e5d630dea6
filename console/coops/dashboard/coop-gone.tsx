import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../../platform/i18n/index.ts';
import { useSession } from '../../session/index.ts';
import { NoticePage } from '../../shell/notice-page.tsx';

/** No level in this co-op, or not any more; or no chat access, without which a level opens nothing. */
export function CoopGone() {
  const t = useText();
  const { role, chatAccess } = useSession();

  // The owner needs neither: for them there is no such co-op.
  if (!chatAccess && role !== 'owner')
    return <NoticePage title={t('desk.noAccess')} text={t('coops.gone.noAccess')} />;
  return (
    <NoticePage title={t('coops.gone.title')} text={t('coops.gone.text')}>
      <Button component={Link} to="/">
        {t('shell.toDesk')}
      </Button>
    </NoticePage>
  );
}
