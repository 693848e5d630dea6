import { Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { questionsQuery } from './queries.ts';
import { QuestionCard } from './question-card.tsx';
import styles from './questions-page.module.css';
import { FILTERS } from './questions-search.ts';
import { useMoveQuestion } from './use-move-question.ts';

const route = getRouteApi('/staff/questions');

/** Questions that nobody could answer at once, for whoever can answer them later. */
export function QuestionsPage() {
  const t = useText();
  const navigate = route.useNavigate();
  const { state: filter = 'new' } = route.useSearch();
  const questions = useInfiniteQuery(questionsQuery(filter));
  const moving = useMoveQuestion();

  return (
    <div className={styles.page}>
      <PageHeading title={t('questions.title')} />
      <Text c="dimmed">{t('questions.lead')}</Text>
      <SegmentedControl
        className={styles.filter}
        aria-label={t('questions.filter')}
        transitionDuration={0}
        data={FILTERS.map((value) => ({ value, label: t(`questions.state.${value}`) }))}
        value={filter}
        onChange={(state) => navigate({ search: state === 'new' ? {} : { state }, replace: true })}
      />
      <ListState query={questions}>
        {({ pages }) => {
          const tickets = pages.flatMap(({ items }) => items);
          if (tickets.length === 0) {
            return (
              <EmptyNotice
                title={t(`questions.empty.${filter}`)}
                text={t('questions.empty.text')}
              />
            );
          }
          return (
            <Stack component="ul" className={styles.list} gap="md">
              {tickets.map((ticket) => (
                <QuestionCard
                  key={ticket.id}
                  ticket={ticket}
                  onMove={(to) => moving.mutate({ ticket, to })}
                />
              ))}
            </Stack>
          );
        }}
      </ListState>
      {questions.hasNextPage && (
        <Button
          mt="md"
          variant="default"
          loading={questions.isFetchingNextPage}
          onClick={() => questions.fetchNextPage()}
        >
          {t('questions.more')}
        </Button>
      )}
    </div>
  );
}
