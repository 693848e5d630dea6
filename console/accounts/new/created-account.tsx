import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { AccountDetail } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { PageHeading } from '../../platform/page/index.ts';

interface CreatedAccountProps {
  readonly account: AccountDetail;
  readonly invited: boolean;
  readonly onAnother: () => void;
}

export function CreatedAccount({ account, invited, onAnother }: CreatedAccountProps) {
  const t = useText();
  const { username, email } = account;

  return (
    <Stack gap="lg">
      <div role="status">
        <PageHeading title={t('accounts.created.title', { username })} />
        <Text mt="xs">
          {invited
            ? t('accounts.created.invited', { email: email ?? '' })
            : t('accounts.created.password')}
        </Text>
      </div>
      <Group>
        <Button size="md" autoFocus onClick={onAnother}>
          {t('accounts.created.another')}
        </Button>
        <Button component={Link} to="/users" size="md" variant="default">
          {t('accounts.created.toUsers')}
        </Button>
      </Group>
    </Stack>
  );
}
