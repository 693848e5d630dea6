import { Text } from '@mantine/core';
import type { CoopAccount } from '#protocol/coop-accounts.ts';
import { YesNoQuestion } from '../../accounts/yes-no-question.tsx';
import { isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { useCoop } from '../use-coop.ts';
import { useRemoveAccount } from './use-remove-account.ts';

interface RemoveAccountProps {
  readonly account: CoopAccount;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** “Remove Account”: by name, Yes or No. */
export function RemoveAccount({ account, onClose, onRemoved }: RemoveAccountProps) {
  const t = useText();
  const { name } = useCoop();
  const removing = useRemoveAccount();
  const { displayName, username } = account;
  const trouble = () => {
    if (!removing.error) return null;
    const isLost = isProblem(removing.error, 'not_found', 'may_not');
    return isLost ? t('coops.edit.gone') : sentenceFor(t, removing.error);
  };

  return (
    <YesNoQuestion
      title={t('coops.remove.title')}
      isPending={removing.isPending}
      trouble={trouble()}
      onNo={onClose}
      onYes={() => removing.mutate(account, { onSuccess: onRemoved })}
    >
      <Text fw={500}>{t('coops.remove.ask', { displayName, username, name })}</Text>
      <Text mt="sm" c="dimmed">
        {t('coops.remove.means')}
      </Text>
    </YesNoQuestion>
  );
}
