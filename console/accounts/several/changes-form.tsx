import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { AccountRow } from '#protocol/account-administration.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { LonelyWarning } from '../fields/lonely-warning.tsx';
import { type Thing, ThingsField } from '../fields/things-field.tsx';
import { useThings } from '../fields/use-things.ts';
import { type Changes, changesNothing, choose, NO_CHANGES } from './changes.ts';
import styles from './changes-form.module.css';
import { commonInstitution } from './common-institution.ts';
import { useChangeAccounts } from './use-change-accounts.ts';

interface ChangesFormProps {
  readonly accounts: readonly AccountRow[];
  readonly onClose: () => void;
}

/** What all of the selected gain and lose, saved as one change. */
export function ChangesForm({ accounts, onClose }: ChangesFormProps) {
  const t = useText();
  const [changes, setChanges] = useState<Changes>(NO_CHANGES);
  const accountIds = accounts.map(({ id }) => id);
  const institutionId = commonInstitution(accounts);
  const things = useThings(institutionId);
  const changing = useChangeAccounts(accountIds);
  const losesAll = changes.chatAccess === 'off';

  const pair = (kind: 'Queue' | 'Pool' | 'Room', offered: readonly Thing[]) =>
    (['add', 'remove'] as const).map((what) => (
      <ThingsField
        key={`${what}${kind}`}
        label={t(`accounts.several.${what}${kind}`)}
        things={offered}
        value={changes[`${what}${kind}Ids`]}
        onChange={(ids) => setChanges((before) => choose(before, what, kind, ids))}
      />
    ));

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!changesNothing(changes)) changing.mutate(changes, { onSuccess: onClose });
      }}
    >
      <Stack gap="md">
        <Text c="dimmed">{t('accounts.several.lead')}</Text>
        {institutionId === undefined ? (
          <Text>{t('accounts.several.institutions')}</Text>
        ) : (
          pair('Queue', things.queues)
        )}
        {pair('Pool', things.pools)}
        {pair('Room', things.rooms)}
        <div>
          <Text size="sm" fw={500} id="several-chat-access">
            {t('accounts.chatAccess')}
          </Text>
          <SegmentedControl
            aria-labelledby="several-chat-access"
            className={styles.access}
            transitionDuration={0}
            data={(['keep', 'on', 'off'] as const).map((value) => ({
              value,
              label: t(`accounts.several.chatAccess.${value}`),
            }))}
            value={changes.chatAccess}
            onChange={(chatAccess) => setChanges({ ...changes, chatAccess })}
          />
        </div>
        <LonelyWarning
          leaving={{ accountIds, queueIds: losesAll ? null : changes.removeQueueIds }}
          institutionId={institutionId}
        />
        <div role="alert">
          {changing.error && <Alert color="late">{sentenceFor(t, changing.error)}</Alert>}
        </div>
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('shell.cancel')}
          </Button>
          <Button type="submit" disabled={changesNothing(changes)} loading={changing.isPending}>
            {t('accounts.save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
