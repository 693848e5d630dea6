import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';
import { NoticePage } from './notice-page.tsx';

export function NotFoundPage() {
  const t = useText();

  return (
    <NoticePage title={t('shell.notFound.title')} text={t('shell.notFound.text')}>
      <Button component={Link} to="/">
        {t('shell.toDesk')}
      </Button>
    </NoticePage>
  );
}
