import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { daysOf } from '../told-chats/days.ts';
import { FileLink } from '../told-chats/file-link.tsx';
import { ToldFilters } from '../told-chats/told-filters.tsx';
import { filterOf, type ToldPlace } from '../told-chats/told-place.ts';
import { countFrame, countNarrowing } from '../told-chats/told-search.ts';
import { useToday } from '../told-chats/use-today.ts';
import { transcriptsFile, transcriptsQuery } from './queries.ts';
import { ReadingPane } from './reading-pane.tsx';
import { TranscriptList } from './transcript-list.tsx';
import styles from './transcripts-page.module.css';
import type { TranscriptsSearch } from './transcripts-search.ts';
import { useListKeys } from './use-list-keys.ts';

interface TranscriptsPageProps {
  readonly place: ToldPlace;
  readonly search: TranscriptsSearch;
  /** `push`: a step that the browser’s Back takes back. */
  readonly onSearch: (search: TranscriptsSearch, push: boolean) => void;
}

/** What was said: a list that is searched as one types, and beside it the chat that is read. */
export function TranscriptsPage({ place, search, onSearch }: TranscriptsPageProps) {
  const t = useText();
  const today = useToday();
  const filter = filterOf(search, place, daysOf(search, 'all', today));
  const list = useInfiniteQuery(transcriptsQuery(filter));
  const transcripts = useMemo(
    () => list.data?.pages.flatMap(({ items }) => items) ?? [],
    [list.data],
  );
  const seen = useMemo(() => transcripts.flatMap(({ answerings }) => answerings), [transcripts]);
  const { chat } = search;
  const isWhole =
    search.q === undefined && countNarrowing(search) === 0 && countFrame(search) === 0;
  const [entered, setEntered] = useState<string>();
  const open = (chatId: string | undefined) => {
    setEntered(chatId);
    onSearch({ ...search, chat: chatId }, true);
  };
  const split = useRef<HTMLDivElement>(null);
  useListKeys(split, { chat, onOpen: (chatId) => onSearch({ ...search, chat: chatId }, false) });

  return (
    <div className={styles.page} data-reading={chat !== undefined || undefined}>
      <PageHeading title={t('transcripts.title')} />
      <div className={styles.head}>
        <ToldFilters
          place={place}
          search={search}
          usual="all"
          today={today}
          seen={seen}
          onChange={(narrowed) => onSearch({ ...narrowed, chat: search.chat }, false)}
        >
          <FileLink href={transcriptsFile(filter)} />
        </ToldFilters>
      </div>
      <div className={styles.split} ref={split}>
        <section className={styles.list} aria-label={t('transcripts.list')}>
          <ListState query={list}>
            {() =>
              transcripts.length === 0 ? (
                <EmptyNotice
                  title={t('transcripts.empty')}
                  text={t(isWhole ? 'transcripts.empty.whole' : 'transcripts.empty.text')}
                />
              ) : (
                <TranscriptList
                  transcripts={transcripts}
                  read={chat}
                  isStale={list.isPlaceholderData}
                  more={list.hasNextPage ? list : null}
                  onOpen={open}
                />
              )
            }
          </ListState>
        </section>
        {chat === undefined ? (
          <div className={styles.none}>
            <Text c="dimmed">{t('transcripts.choose')}</Text>
            <Text c="dimmed" size="sm">
              {t('transcripts.keys')}
            </Text>
          </div>
        ) : (
          <ReadingPane
            key={chat}
            chatId={chat}
            q={search.q}
            isEntered={entered === chat}
            onClose={() => open(undefined)}
          />
        )}
      </div>
    </div>
  );
}
