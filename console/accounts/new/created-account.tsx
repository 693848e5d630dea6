import { Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useId, useRef } from 'react';
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
  const toldId = useId();
  const another = useRef<HTMLButtonElement>(null);

  // After the heading has had its turn: the next account is one press away, and says what was made.
  useEffect(() => another.current?.focus(), []);

  return (
    <Stack gap="lg">
      <div id={toldId}>
        <PageHeading title={t('accounts.created.title', { username })} />
        <Text mt="xs">
          {invited
            ? t('accounts.created.invited', { email: email ?? '' })
            : t('accounts.created.password')}
        </Text>
      </div>
      <Group>
        <Button size="md" ref={another} aria-describedby={toldId} onClick={onAnother}>
          {t('accounts.created.another')}
        </Button>
        <Button component={Link} to="/users" size="md" variant="default">
          {t('accounts.created.toUsers')}
        </Button>
      </Group>
    </Stack>
  );
}
