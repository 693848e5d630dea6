import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { daysOf } from '../told-chats/days.ts';
import { FileLink } from '../told-chats/file-link.tsx';
import { ToldFilters } from '../told-chats/told-filters.tsx';
import { filterOf, type ToldPlace } from '../told-chats/told-place.ts';
import { useToday } from '../told-chats/use-today.ts';
import { FeedbackCard } from './feedback-card.tsx';
import styles from './feedback-page.module.css';
import type { FeedbackSearch } from './feedback-search.ts';
import { feedbackFile, feedbackQuery } from './queries.ts';
import { UnreadFeedback } from './unread-feedback.tsx';

interface FeedbackPageProps {
  readonly place: ToldPlace;
  readonly search: FeedbackSearch;
  readonly onSearch: (search: FeedbackSearch) => void;
}

/** What patrons thought of their chats, and what the home libraries noted down. */
export function FeedbackPage({ place, search, onSearch }: FeedbackPageProps) {
  const t = useText();
  const today = useToday();
  const { has } = search;
  const filter = { ...filterOf(search, place, daysOf(search, 'all', today)), has };
  const list = useInfiniteQuery(feedbackQuery(filter));
  const items = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data]);
  const seen = useMemo(() => items.flatMap(({ answerings }) => answerings), [items]);

  return (
    <div className={styles.page}>
      <PageHeading title={t('feedback.title')} />
      <UnreadFeedback place={place} />
      <ToldFilters
        place={place}
        search={search}
        usual="all"
        today={today}
        seen={seen}
        onChange={(narrowed) => onSearch({ ...narrowed, has })}
      >
        <NativeSelect
          size="sm"
          aria-label={t('feedback.has')}
          data={[
            { value: '', label: t('feedback.has.any') },
            { value: 'comment', label: t('feedback.has.comment') },
            { value: 'note', label: t('feedback.has.note') },
          ]}
          value={has ?? ''}
          onChange={({ currentTarget: { value } }) =>
            onSearch({
              ...search,
              has: value === 'comment' || value === 'note' ? value : undefined,
            })
          }
        />
        <FileLink href={feedbackFile(filter)} />
      </ToldFilters>
      <ListState query={list}>
        {() =>
          items.length === 0 ? (
            <EmptyNotice title={t('feedback.empty')} text={t('feedback.empty.text')} />
          ) : (
            <ul className={styles.list} aria-busy={list.isPlaceholderData}>
              {items.map((item) => (
                <FeedbackCard key={item.chatId} item={item} place={place} />
              ))}
            </ul>
          )
        }
      </ListState>
      {list.hasNextPage && (
        <Button
          variant="default"
          loading={list.isFetchingNextPage}
          onClick={() => list.fetchNextPage()}
        >
          {t('told.more')}
        </Button>
      )}
    </div>
  );
}
