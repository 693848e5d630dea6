import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { type TextKey, useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useSession } from '../session/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { useListKeys } from '../transcripts/use-list-keys.ts';
import { OpenInstead } from './open-instead.tsx';
import { ticketsQuery } from './queries.ts';
import { TicketPane } from './ticket-pane.tsx';
import { TicketRow } from './ticket-row.tsx';
import { TicketsFilters } from './tickets-filters.tsx';
import styles from './tickets-page.module.css';
import { type StateFilter, shownState, type TicketsSearch } from './tickets-search.ts';
import { usePace } from './use-pace.ts';

const route = getRouteApi('/staff/tickets');

const NOT_FOUND = { title: 'tickets.empty.found', text: 'tickets.empty.found.text' } as const;
/** Of each list, why it is empty and what fills it. */
const EMPTY = {
  new: { title: 'tickets.empty.new', text: 'tickets.empty.text' },
  open: { title: 'tickets.empty.open', text: 'tickets.empty.text' },
  pending: { title: 'tickets.empty.pending', text: 'tickets.empty.pending.text' },
  closed: { title: 'tickets.empty.closed', text: 'tickets.empty.closed.text' },
  all: { title: 'tickets.empty.all', text: 'tickets.empty.text' },
} as const satisfies Record<StateFilter, { title: TextKey; text: TextKey }>;

/** Questions that nobody could answer at once: the list, and beside it the one that is answered. */
export function TicketsPage() {
  const t = useText();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const { ticket: read, ...filter } = search;
  const state = shownState(filter);
  const list = useInfiniteQuery({ ...ticketsQuery(filter), refetchInterval: usePace() });
  const narrow = (to: TicketsSearch) => navigate({ search: to, replace: true });
  const open = (ticket: string | undefined) => navigate({ search: { ...search, ticket } });
  const split = useRef<HTMLDivElement>(null);
  useListKeys(split, { chat: read, onOpen: (ticket) => narrow({ ...search, ticket }) });
  const { role, chatAccess } = useSession();
  const isEmpty = list.data?.pages.every(({ items }) => items.length === 0) ?? false;
  const isSearched = (filter.q ?? filter.owner ?? filter.library) !== undefined;

  const empty = isSearched ? NOT_FOUND : EMPTY[state];

  if (role === 'operator' && !chatAccess) {
    return (
      <div className={styles.page}>
        <PageHeading title={t('tickets.title')} />
        <EmptyNotice title={t('desk.noAccess')} text={t('desk.noAccess.next')} />
      </div>
    );
  }
  return (
    <div className={styles.page} data-reading={read !== undefined || undefined}>
      <PageHeading title={t('tickets.title')} />
      <div className={styles.head}>
        <Text c="dimmed">{t('tickets.lead')}</Text>
        <TicketsFilters search={search} onChange={narrow} />
      </div>
      <div
        className={styles.split}
        ref={split}
        data-empty={(isEmpty && read === undefined) || undefined}
      >
        <section className={styles.list} aria-label={t('tickets.list')}>
          <ListState query={list}>
            {({ pages }) => {
              const tickets = pages.flatMap(({ items }) => items);
              if (tickets.length === 0) {
                return (
                  <EmptyNotice title={t(empty.title)} text={t(empty.text)}>
                    {!isSearched && state === 'new' && (
                      <OpenInstead onShow={() => narrow({ ...search, state: 'open' })} />
                    )}
                  </EmptyNotice>
                );
              }
              return (
                <ul className={styles.rows} aria-busy={list.isPlaceholderData}>
                  {tickets.map((ticket) => (
                    <TicketRow
                      key={ticket.id}
                      ticket={ticket}
                      isRead={ticket.id === read}
                      showsState={state === 'all'}
                      onOpen={() => open(ticket.id)}
                    />
                  ))}
                </ul>
              );
            }}
          </ListState>
          {list.hasNextPage && (
            <Button
              mt="md"
              fullWidth
              variant="default"
              loading={list.isFetchingNextPage}
              onClick={() => list.fetchNextPage()}
            >
              {t('tickets.more')}
            </Button>
          )}
        </section>
        {read === undefined && !isEmpty && (
          <div className={styles.none}>
            <Text c="dimmed">{t('tickets.choose')}</Text>
            <Text c="dimmed" size="sm">
              {t('tickets.keys')}
            </Text>
          </div>
        )}
        {read !== undefined && (
          <TicketPane key={read} ticketId={read} onOpen={open} onClose={() => open(undefined)} />
        )}
      </div>
    </div>
  );
}
