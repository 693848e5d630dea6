import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { institutionsQuery } from '../institutions/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import styles from './assignments-page.module.css';
import { type AssignmentsSearch, withoutBlanks } from './assignments-search.ts';
import { exportAddress } from './export-address.ts';

const FORMATS = ['csv', 'xlsx'] as const;

/** What of the matrix is shown, and the same to take home. */
export function MatrixFilters({ search }: { search: AssignmentsSearch }) {
  const t = useText();
  const { role } = useSession();
  const navigate = useNavigate();
  const institutions = useQuery(institutionsQuery);
  // What is typed stands here at once; the address follows.
  const [typed, setTyped] = useState({ q: search.q ?? '', queue: search.queue ?? '' });
  const { library = '' } = search;
  const narrow = (to: typeof typed & { readonly library: string }) =>
    navigate({ to: '/assignments', search: withoutBlanks(to), replace: true });
  const type = (changed: Partial<typeof typed>) => {
    const next = { ...typed, ...changed };
    setTyped(next);
    void narrow({ ...next, library });
  };
  const glass = <IconSearch aria-hidden size={18} stroke={1.6} />;

  return (
    <div className={styles.filters}>
      <TextInput
        type="search"
        label={t('assignments.findOperator')}
        leftSection={glass}
        value={typed.q}
        onChange={(event) => type({ q: event.currentTarget.value })}
      />
      <TextInput
        type="search"
        label={t('assignments.findQueue')}
        leftSection={glass}
        value={typed.queue}
        onChange={(event) => type({ queue: event.currentTarget.value })}
      />
      {role === 'owner' && (
        <NativeSelect
          label={t('things.library')}
          data={[
            { value: '', label: t('assignments.everyLibrary') },
            ...(institutions.data?.items.map(({ id, name }) => ({ value: id, label: name })) ?? []),
          ]}
          value={library}
          onChange={(event) => narrow({ ...typed, library: event.currentTarget.value })}
        />
      )}
      <div className={styles.downloads}>
        {FORMATS.map((format) => (
          <Button
            key={format}
            component="a"
            href={exportAddress(search, format)}
            download
            variant="default"
            leftSection={<IconDownload aria-hidden size={18} stroke={1.6} />}
            aria-label={t('assignments.download', { format: format.toUpperCase() })}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
    </div>
  );
}
