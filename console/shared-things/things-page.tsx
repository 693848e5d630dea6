import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { FindField, hasWords } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useSession } from '../session/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState, type ListStateProps } from '../shell/list-state.tsx';
import { DeletedThings } from './deleted-things.tsx';
import { MembersDrawer } from './members-drawer.tsx';
import type { Thing, ThingKind } from './thing.ts';
import { ThingDrawer } from './thing-drawer.tsx';
import { ThingRow } from './thing-row.tsx';
import styles from './things-page.module.css';
import { useLibraryNames } from './use-library-names.ts';
import { useThingActs } from './use-thing-acts.ts';

/** Things from which a list is searched rather than read. */
const MANY = 8;

interface ThingsPageProps<Item extends Thing> {
  readonly kind: ThingKind;
  readonly query: ListStateProps<readonly Item[]>['query'];
  /** What else is known of one, in words. */
  readonly factsOf?: (thing: Item) => string;
  /** Whose it is, where it is no library's and not the consortium's; who is in it is kept elsewhere then. */
  readonly foreignOwnerOf?: (thing: Item) => string | null;
  /** What else can be done with one. */
  readonly actsOf?: (thing: Item) => ReactNode;
}

/** The page of one kind of thing: who is in it, new ones, other names, away and back. */
export function ThingsPage<Item extends Thing>(props: ThingsPageProps<Item>) {
  const { kind, query, factsOf, foreignOwnerOf, actsOf } = props;
  const { words } = kind;
  const t = useText();
  const { role } = useSession();
  const nameLibrary = useLibraryNames();
  const { removing } = useThingActs(kind);
  const [typed, setTyped] = useState('');
  const [edited, setEdited] = useState<Item | 'new' | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const manages = role !== 'operator';
  const all = query.data ?? [];

  const rows = (items: readonly Item[]) => {
    const found = items.filter(({ name, institutionId }) =>
      hasWords(`${name} ${nameLibrary(institutionId)}`, typed),
    );
    if (found.length === 0) {
      return <EmptyNotice title={t('things.noneFound')} text={t('things.noneFound.text')} />;
    }
    return (
      <ul className={styles.list}>
        {found.map((thing) => {
          const foreignOwner = foreignOwnerOf?.(thing) ?? null;
          return (
            <ThingRow
              key={thing.id}
              thing={thing}
              library={foreignOwner ?? nameLibrary(thing.institutionId)}
              facts={factsOf?.(thing)}
              membersLabel={t(words.members, { count: thing.memberIds.length })}
              acts={actsOf?.(thing)}
              onMembers={manages && foreignOwner === null ? () => setOpened(thing.id) : undefined}
              onEdit={() => setEdited(thing)}
              onRemove={() => removing.mutate(thing)}
            />
          );
        })}
      </ul>
    );
  };

  return (
    <div className={styles.page}>
      <Group justify="space-between" align="flex-start" mb="lg">
        <div>
          <PageHeading title={t(words.title)} />
          <Text c="dimmed">{t(words.lead)}</Text>
        </div>
        {manages && (
          <Button
            leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
            onClick={() => setEdited('new')}
          >
            {t(words.new)}
          </Button>
        )}
      </Group>
      {all.length > MANY && (
        <FindField mb="md" label={t('things.search')} value={typed} onChange={setTyped} />
      )}
      <ListState query={query}>
        {(items) =>
          items.length === 0 ? (
            <EmptyNotice title={t(words.empty)} text={t(words.emptyText)} />
          ) : (
            rows(items)
          )
        }
      </ListState>
      {manages && <DeletedThings kind={kind} nameLibrary={nameLibrary} />}
      <ThingDrawer kind={kind} thing={edited} onClose={() => setEdited(null)} />
      <MembersDrawer
        kind={kind}
        thing={all.find(({ id }) => id === opened) ?? null}
        onClose={() => setOpened(null)}
      />
    </div>
  );
}
