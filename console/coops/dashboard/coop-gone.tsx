import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../../platform/i18n/index.ts';
import { NoticePage } from '../../shell/notice-page.tsx';

/** No level in this co-op, or not any more. */
export function CoopGone() {
  const t = useText();

  return (
    <NoticePage title={t('coops.gone.title')} text={t('coops.gone.text')}>
      <Button component={Link} to="/">
        {t('shell.toDesk')}
      </Button>
    </NoticePage>
  );
}
