import { Alert, Button, Group, Modal, NativeSelect, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AccountDetail, changeAccount } from '#protocol/account-administration.ts';
import { institutionsQuery } from '../../institutions/index.ts';
import { call, isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify, sentenceFor } from '../../platform/notify/index.ts';
import { useFocusReturn } from '../use-focus-return.ts';
import { useRefreshAccounts } from '../use-refresh-accounts.ts';

interface MoveDialogProps {
  readonly account: AccountDetail;
  readonly onMoved: () => void;
  readonly onClose: () => void;
}

/**
 * Asks where to, and says what stays behind: nothing brings it back by itself. Without a heading bar
 * of its own: the drawer, which it stands before, has one.
 */
export function MoveDialog({ account, onMoved, onClose }: MoveDialogProps) {
  const t = useText();
  const { id: accountId, username } = account;
  const refresh = useRefreshAccounts();
  const institutions = useQuery(institutionsQuery).data?.items ?? [];
  const others = institutions.filter(({ id }) => id !== account.institutionId);
  const [institutionId, setInstitutionId] = useState('');
  const moving = useMutation({
    mutationFn: () => call(changeAccount, { params: { accountId }, body: { institutionId } }),
    onSuccess: ({ institutionName }) => {
      notify(t('accounts.moved', { username, institution: institutionName }));
      onMoved();
    },
    onSettled: refresh,
  });
  const trouble = moving.error && sentenceFor(t, moving.error);
  useFocusReturn();

  return (
    <Modal.Root opened onClose={onClose} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="xs">{t('accounts.move.title', { username })}</Modal.Title>
          <Stack gap="md">
            <Text size="sm">{t('accounts.move.text')}</Text>
            <NativeSelect
              label={t('accounts.move.to')}
              data-autofocus
              value={institutionId}
              onChange={(event) => setInstitutionId(event.currentTarget.value)}
              data={[
                { value: '', label: t('accounts.move.choose'), disabled: true },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <div role="alert">
              {trouble && (
                <Alert color="late">
                  {isProblem(moving.error, 'conflict') ? t('accounts.fault.lastAdmin') : trouble}
                </Alert>
              )}
            </div>
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {t('shell.cancel')}
              </Button>
              <Button
                disabled={institutionId === ''}
                loading={moving.isPending}
                onClick={() => moving.mutate()}
              >
                {t('accounts.move.do')}
              </Button>
            </Group>
          </Stack>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
