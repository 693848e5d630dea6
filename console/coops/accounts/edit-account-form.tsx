import { Anchor, Button, Divider, Radio, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CoopAccount } from '#protocol/coop-accounts.ts';
import type { Level } from '#protocol/levels.ts';
import { isProblem } from '../../platform/api/index.ts';
import { FormActs } from '../../platform/fields/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { Refusal } from '../../session/refusal.tsx';
import { useCoop } from '../use-coop.ts';
import { RemoveAccount } from './remove-account.tsx';
import { useChangeLevel } from './use-change-level.ts';

interface EditAccountFormProps {
  readonly account: CoopAccount;
  readonly onDone: () => void;
}

/** The level, with what each may do; at the foot the way out of the co-op. */
export function EditAccountForm({ account, onDone }: EditAccountFormProps) {
  const t = useText();
  const { id: coopId, rights } = useCoop();
  const [level, setLevel] = useState<Level>(account.level);
  const [isAsking, setAsking] = useState(false);
  const changing = useChangeLevel(coopId);
  const trouble = () => {
    if (!changing.error) return null;
    const isLost = isProblem(changing.error, 'not_found', 'may_not');
    return isLost ? t('coops.edit.gone') : sentenceFor(t, changing.error);
  };

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (level === account.level) return onDone();
        changing.mutate({ account, level }, { onSuccess: onDone });
      }}
    >
      <Stack gap="lg">
        <div>
          <Text fw={600}>{account.displayName}</Text>
          <Text size="sm" c="dimmed">
            {account.username} · {account.institutionName}
          </Text>
          {!account.chatAccess && (
            <Text size="sm" c="wait" mt={4}>
              {t('coops.accounts.noChat')}
            </Text>
          )}
        </div>
        <Radio.Group
          label={t('coops.accounts.level')}
          value={level}
          onChange={(chosen) =>
            setLevel(rights.mayGive.find((given) => given === chosen) ?? account.level)
          }
        >
          <Stack gap="md" mt="xs">
            {rights.mayGive.map((given) => (
              <Radio
                key={given}
                value={given}
                label={t(`coops.level.${given}`)}
                description={t(`coops.means.${given}`)}
              />
            ))}
          </Stack>
        </Radio.Group>
        <Anchor
          size="sm"
          renderRoot={(props) => <Link to="/coops/$coopId/levels" params={{ coopId }} {...props} />}
        >
          {t('coops.nav.levels')}
        </Anchor>
        <Refusal text={trouble()} />
        <FormActs submit={t('coops.edit.save')} isBusy={changing.isPending} onCancel={onDone} />
        <Divider />
        <div>
          <Button variant="light" color="late" onClick={() => setAsking(true)}>
            {t('coops.remove')}
          </Button>
        </div>
      </Stack>
      {isAsking && (
        <RemoveAccount account={account} onClose={() => setAsking(false)} onRemoved={onDone} />
      )}
    </form>
  );
}
