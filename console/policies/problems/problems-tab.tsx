import { Button, SegmentedControl } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PolicyPage } from '#protocol/policies.ts';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { ListState } from '../../shell/list-state.tsx';
import styles from '../policies.module.css';
import { problemsQuery } from '../queries.ts';
import { ProblemCard } from './problem-card.tsx';

/** What was reported: everything for editors, for others what they reported themselves. */
export function ProblemsTab({ page }: { readonly page: PolicyPage }) {
  const t = useText();
  const { institutionId, mayEdit } = page;
  const [state, setState] = useState<'open' | 'resolved'>('open');
  const problems = useInfiniteQuery(problemsQuery(institutionId, state));

  return (
    <>
      <SegmentedControl
        mb="md"
        aria-label={t('policies.problems.filter')}
        transitionDuration={0}
        data={[
          { value: 'open', label: t('policies.problems.open') },
          { value: 'resolved', label: t('policies.problems.resolved') },
        ]}
        value={state}
        onChange={(value) => setState(value === 'resolved' ? 'resolved' : 'open')}
      />
      <ListState query={problems}>
        {({ pages }) => {
          const items = pages.flatMap((list) => list.items);
          if (items.length === 0)
            return (
              <EmptyNotice
                title={t(`policies.problems.none.${state}`)}
                text={t(`policies.problems.none.${mayEdit ? 'editor' : 'reader'}`)}
              />
            );
          return (
            <ul className={styles.list}>
              {items.map((problem) => (
                <ProblemCard
                  key={problem.id}
                  institutionId={institutionId}
                  problem={problem}
                  mayResolve={mayEdit}
                />
              ))}
            </ul>
          );
        }}
      </ListState>
      {problems.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={problems.isFetchingNextPage}
          onClick={() => problems.fetchNextPage()}
        >
          {t('policies.more')}
        </Button>
      )}
    </>
  );
}
