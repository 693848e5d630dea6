import { Button, Text, Title, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { RESTORE_DAYS } from '#protocol/limits.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import styles from './deleted-things.module.css';
import type { ThingKind } from './thing.ts';
import { useThingActs } from './use-thing-acts.ts';

interface DeletedThingsProps {
  readonly kind: ThingKind;
  readonly nameLibrary: (institutionId: string | null) => string;
}

/** What can still be brought back. Nothing where there is nothing. */
export function DeletedThings({ kind, nameLibrary }: DeletedThingsProps) {
  const t = useText();
  const dates = useDates();
  const { data } = useQuery({
    queryKey: [...kind.key, 'deleted'],
    queryFn: ({ signal }) => kind.readDeleted(signal),
  });
  const { restoring } = useThingActs(kind);

  if (!data || data.items.length === 0) return null;
  return (
    <section className={styles.deleted}>
      <Title order={2} fz={19}>
        {t('things.gone')}
      </Title>
      <Text size="sm" c="dimmed">
        {t('things.gone.text', { days: RESTORE_DAYS })}
      </Text>
      <ul className={styles.list}>
        {data.items.map((thing) => (
          <li key={thing.id} className={styles.line}>
            <div>
              <span className={styles.name}>{thing.name}</span>{' '}
              <span className={styles.facts}>
                {nameLibrary(thing.institutionId)} ·{' '}
                {t('things.gone.when', { ago: dates.ago(thing.deletedAt, Date.now()) })}
              </span>
            </div>
            <Button
              variant="default"
              size="xs"
              loading={restoring.isPending && restoring.variables.id === thing.id}
              onClick={() => restoring.mutate(thing)}
            >
              {t('things.restore')}
              <VisuallyHidden> {thing.name}</VisuallyHidden>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
