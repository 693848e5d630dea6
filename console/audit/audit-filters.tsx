import { Button, NativeSelect, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import type { AuditEntry } from '#protocol/audit.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './audit-page.module.css';
import type { AuditSearch } from './audit-search.ts';
import { KINDS } from './audit-words.ts';
import { PersonFilter } from './person-filter.tsx';
import { auditFile } from './queries.ts';

interface AuditFiltersProps {
  readonly search: AuditSearch;
  /** What is shown, which knows names of those who are deleted. */
  readonly entries: readonly AuditEntry[];
  readonly onChange: (search: AuditSearch) => void;
}

export function AuditFilters({ search, entries, onChange }: AuditFiltersProps) {
  const t = useText();
  const { actor, target, action, from, to } = search;
  const isNarrowed = Object.keys(search).length > 0;
  /** Without what is undefined: it would stand in the address as nothing. */
  const change = (changed: { [Name in keyof AuditSearch]: string | undefined }) =>
    onChange(
      Object.fromEntries(
        Object.entries({ ...search, ...changed }).filter(([, value]) => value),
      ) satisfies AuditSearch,
    );

  return (
    <div className={styles.filters}>
      <PersonFilter
        label={t('audit.actor')}
        value={actor}
        name={entries.find(({ actorId }) => actorId === actor)?.actorName ?? undefined}
        onChange={(id) => change({ actor: id })}
      />
      <PersonFilter
        label={t('audit.target')}
        value={target}
        name={entries.find(({ targetId }) => targetId === target)?.targetName}
        onChange={(id) => change({ target: id })}
      />
      <NativeSelect
        label={t('audit.kind')}
        data={[
          { value: '', label: t('audit.kind.all') },
          ...Object.entries(KINDS).map(([value, key]) => ({ value, label: t(key) })),
        ]}
        value={action?.split('.')[0] ?? ''}
        onChange={(event) => change({ action: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.from')}
        value={from ?? ''}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={t('audit.to')}
        value={to ?? ''}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
      <div className={styles.acts}>
        <Button
          component="a"
          href={auditFile(search)}
          download
          variant="default"
          leftSection={<IconDownload aria-hidden size={18} stroke={1.6} />}
        >
          {t('audit.export')}
        </Button>
        {isNarrowed && (
          <Button variant="subtle" onClick={() => onChange({})}>
            {t('audit.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
