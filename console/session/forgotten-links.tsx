import { Anchor, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';

/** For whoever lacks a part of their credentials. */
export function ForgottenLinks() {
  const t = useText();

  return (
    <Group gap="md">
      <Anchor component={Link} to="/forgot-username" size="sm">
        {t('session.forgotUsername')}
      </Anchor>
      <Anchor component={Link} to="/forgot-password" size="sm">
        {t('session.forgotPassword')}
      </Anchor>
    </Group>
  );
}
