import { List, Text } from '@mantine/core';
import type { AccountRow } from '#protocol/account-administration.ts';
import { isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { LonelyWarning } from '../fields/lonely-warning.tsx';
import { YesNoQuestion } from '../yes-no-question.tsx';
import { commonInstitution } from './common-institution.ts';
import { useDeleteAccounts } from './use-delete-accounts.ts';

/** More names than this are no longer read. */
const NAMED = 12;

interface DeleteQuestionProps {
  readonly accounts: readonly AccountRow[];
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

/** “Delete 3 users?”, by name. */
export function DeleteQuestion({ accounts, onClose, onDeleted }: DeleteQuestionProps) {
  const t = useText();
  const deleting = useDeleteAccounts();
  const accountIds = accounts.map(({ id }) => id);
  const more = accounts.length - NAMED;
  const trouble = () => {
    if (!deleting.error) return null;
    const isLast = isProblem(deleting.error, 'conflict');
    return isLast ? t('accounts.fault.lastAdmin') : sentenceFor(t, deleting.error);
  };

  return (
    <YesNoQuestion
      title={t('accounts.delete.title', { count: accounts.length })}
      isPending={deleting.isPending}
      trouble={trouble()}
      onNo={onClose}
      onYes={() => deleting.mutate(accountIds, { onSuccess: onDeleted })}
    >
      <List>
        {accounts.slice(0, NAMED).map(({ id, username, displayName }) => (
          <List.Item key={id}>
            {displayName} ({username})
          </List.Item>
        ))}
      </List>
      {more > 0 && <Text mt="xs">{t('accounts.delete.more', { count: more })}</Text>}
      <Text my="sm" c="dimmed">
        {t('accounts.delete.text')}
      </Text>
      <LonelyWarning
        leaving={{ accountIds, queueIds: null }}
        institutionId={commonInstitution(accounts)}
      />
    </YesNoQuestion>
  );
}
