import { Button, Select } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { WITHIN_PAGE } from '../../accounts/fields/within-page.ts';
import { institutionsQuery } from '../../institutions/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useCoop } from '../use-coop.ts';
import styles from './settings-page.module.css';
import { useAddLibrary } from './use-libraries.ts';

/** A library that is not in it yet. Nothing where all are. */
export function AddLibrary() {
  const t = useText();
  const { institutions } = useCoop();
  const all = useQuery(institutionsQuery);
  const [chosen, setChosen] = useState<string | null>(null);
  const adding = useAddLibrary();
  const others = (all.data?.items ?? []).filter(
    ({ id }) => !institutions.some(({ institutionId }) => institutionId === id),
  );
  const library = others.find(({ id }) => id === chosen);

  if (others.length === 0) return null;
  return (
    <div className={styles.add}>
      <Select
        label={t('coops.libraries.which')}
        placeholder={t('coops.libraries.choose')}
        data={others.map(({ id, name }) => ({ value: id, label: name }))}
        searchable
        comboboxProps={WITHIN_PAGE}
        nothingFoundMessage={t('accounts.nothingFound')}
        value={chosen}
        onChange={setChosen}
      />
      <Button
        leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
        disabled={library === undefined}
        loading={adding.isPending}
        onClick={() => {
          if (library) adding.mutate(library, { onSuccess: () => setChosen(null) });
        }}
      >
        {t('coops.libraries.add')}
      </Button>
    </div>
  );
}
