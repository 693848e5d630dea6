import { Button, Group, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AccountDetail } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { MoveDialog } from './move-dialog.tsx';

interface MoveSectionProps {
  readonly account: AccountDetail;
  /** What was typed and not saved would be lost: the drawer closes once the account has moved. */
  readonly isDirty: boolean;
  readonly onAsking: (isAsking: boolean) => void;
  readonly onMoved: () => void;
}

/** Where an account is at home, and for the owner the way to another library. */
export function MoveSection({ account, isDirty, onAsking, onMoved }: MoveSectionProps) {
  const t = useText();
  const [isAsking, setAsking] = useState(false);
  useEffect(() => onAsking(isAsking), [isAsking, onAsking]);

  return (
    <Stack gap={4}>
      <Text size="sm" fw={500}>
        {t('accounts.institution')}
      </Text>
      <Group justify="space-between">
        <Text size="sm">{account.institutionName}</Text>
        <Button
          variant="default"
          size="compact-sm"
          disabled={isDirty}
          onClick={() => setAsking(true)}
        >
          {t('accounts.move')}
        </Button>
      </Group>
      {isDirty && (
        <Text size="xs" c="dimmed">
          {t('accounts.move.saveFirst')}
        </Text>
      )}
      {isAsking && (
        <MoveDialog account={account} onMoved={onMoved} onClose={() => setAsking(false)} />
      )}
    </Stack>
  );
}
