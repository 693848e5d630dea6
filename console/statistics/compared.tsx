import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Comparison, comparison, MOST_COMPARED } from '#protocol/statistics.ts';
import { useText } from '../platform/i18n/index.ts';
import { ListState } from '../shell/list-state.tsx';
import { FileLink } from '../told-chats/file-link.tsx';
import type { ToldSearch } from '../told-chats/told-search.ts';
import { ComparedTable } from './compared-table.tsx';
import styles from './figure.module.css';
import { comparedFile, comparedQuery, type StatisticsFilter } from './queries.ts';

/** Of more chats than these, narrowed by more than time, it takes a moment, so it waits until somebody asks. */
const AT_ONCE = 50_000;

interface ComparedProps {
  readonly filter: StatisticsFilter;
  /** Chats of the whole. */
  readonly chats: number;
  /** One of them was chosen: look at it alone. */
  readonly onNarrow: (by: Pick<ToldSearch, 'queue' | 'operator' | 'library' | 'answering'>) => void;
}

/** By more than scope and time, of which all is counted. */
function isNarrowed({ scope: _, from: __, to: ___, ...rest }: StatisticsFilter): boolean {
  return Object.values(rest).some((value) => value !== undefined);
}

/** The measures of each queue, operator or library beside those of the others. */
export function Compared({ filter, chats, onNarrow }: ComparedProps) {
  const t = useText();
  const [by, setBy] = useState<Comparison | null>(
    chats <= AT_ONCE || !isNarrowed(filter) ? 'queue' : null,
  );
  const compared = useQuery(comparedQuery(filter, by));
  const title = t('statistics.compared');

  return (
    <section>
      <div className={styles.head}>
        <h2 className={styles.heading}>{title}</h2>
        <NativeSelect
          aria-label={t('statistics.compared.by')}
          data={[
            ...(by === null ? [{ value: '', label: t('statistics.compared.choose') }] : []),
            ...[...comparison.values].map((value) => ({
              value,
              label: t(`statistics.compared.${value}`),
            })),
          ]}
          value={by ?? ''}
          onChange={(event) => setBy(comparison.safeParse(event.currentTarget.value).data ?? null)}
        />
        {by !== null && (
          <FileLink href={comparedFile(filter, by)} text={t('statistics.compared.export')} />
        )}
      </div>
      {by !== null && (
        <>
          <p className={styles.definition}>{t(`statistics.compared.${by}.means`)}</p>
          <ListState query={compared}>
            {({ items }) => (
              <div aria-busy={compared.isPlaceholderData}>
                <ComparedTable
                  items={items}
                  by={by}
                  title={title}
                  onChoose={(id) => onNarrow({ [by]: id })}
                />
                {items.length === MOST_COMPARED && (
                  <p className={styles.definition}>
                    {t('statistics.compared.most', { count: MOST_COMPARED })}
                  </p>
                )}
              </div>
            )}
          </ListState>
        </>
      )}
    </section>
  );
}
