import { Button, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import type { Level } from '#protocol/levels.ts';
import { isProblem } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { sentenceFor } from '../../platform/notify/index.ts';
import { Refusal } from '../../session/refusal.tsx';
import { useCoop } from '../use-coop.ts';
import styles from './add-accounts-bar.module.css';
import { MOST_CHOSEN } from './chosen.ts';
import { useAddAccounts } from './use-add-accounts.ts';
import type { Choosing } from './use-chosen.ts';

/** At the bottom: how many are ticked, the one level that all of them get, and “Add Accounts”. */
export function AddAccountsBar({ chosen: choosing }: { chosen: Choosing }) {
  const t = useText();
  const { rights } = useCoop();
  const [level, setLevel] = useState<Level>('regular');
  const adding = useAddAccounts(choosing);
  const count = choosing.chosen.size;
  const trouble = () => {
    if (!adding.error) return null;
    const isOutdated = isProblem(adding.error, 'conflict', 'may_not', 'breaks_rule');
    return isOutdated ? t('coops.add.changed') : sentenceFor(t, adding.error);
  };

  return (
    <div className={styles.bar} data-chosen={count > 0 || undefined}>
      <Refusal text={trouble()} />
      <div className={styles.acts}>
        <div className={styles.count}>
          <Text role="status" fw={600}>
            {said()}
          </Text>
          {count > 0 && (
            <Button variant="subtle" size="compact-sm" onClick={() => choosing.replace([])}>
              {t('coops.add.clear')}
            </Button>
          )}
        </div>
        <NativeSelect
          className={styles.level}
          label={t('coops.level')}
          data={rights.mayGive.map((given) => ({
            value: given,
            label: t(`coops.level.${given}`),
          }))}
          value={level}
          onChange={({ currentTarget }) =>
            setLevel(rights.mayGive.find((given) => given === currentTarget.value) ?? 'regular')
          }
        />
        <Button
          disabled={count === 0 || count > MOST_CHOSEN}
          loading={adding.isPending}
          onClick={() => adding.mutate({ accountIds: [...choosing.chosen.keys()], level })}
        >
          {t('coops.add.do')}
        </Button>
      </div>
      <Text size="sm" c="dimmed" className={styles.means}>
        {t(`coops.means.${level}`)}
      </Text>
    </div>
  );

  function said(): string {
    if (count === 0) return t('coops.add.noneChosen');
    if (count > MOST_CHOSEN) return t('coops.add.tooMany', { count, most: MOST_CHOSEN });
    return t('coops.add.chosen', { count });
  }
}
