import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Institution } from '#protocol/institutions.ts';
import { FindField, hasWords } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useSession } from '../session/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { ConsortiumName } from './consortium-name.tsx';
import { HoursDrawer } from './hours-drawer.tsx';
import { institutionsQuery } from './index.ts';
import styles from './libraries-page.module.css';
import { LibraryDrawer } from './library-drawer.tsx';
import { LibraryRow } from './library-row.tsx';

/** Libraries from which a list is searched rather than read. */
const MANY = 8;

type LibraryDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'hours'; readonly library: Institution };

/** For the owner all libraries of the installation; for an admin their own. */
export function LibrariesPage() {
  const t = useText();
  const { role, institutionId } = useSession();
  const institutions = useQuery(institutionsQuery);
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  const [typed, setTyped] = useState('');
  const close = () => setDialog(null);
  const isOwner = role === 'owner';

  const rows = (libraries: readonly Institution[]) => {
    const found = libraries.filter(({ name, code }) => hasWords(`${name} ${code}`, typed));
    if (found.length === 0) {
      return <EmptyNotice title={t('things.noneFound')} text={t('things.noneFound.text')} />;
    }
    return (
      <ul className={styles.list}>
        {found.map((library) => (
          <LibraryRow
            key={library.id}
            library={library}
            onEdit={() => setDialog({ kind: 'edit', library })}
            onHours={() => setDialog({ kind: 'hours', library })}
          />
        ))}
      </ul>
    );
  };

  return (
    <div className={styles.page}>
      <Group justify="space-between" align="flex-start" mb="lg">
        <div>
          <PageHeading title={t(isOwner ? 'libraries.title' : 'libraries.title.own')} />
          <Text c="dimmed">{t(isOwner ? 'libraries.lead' : 'libraries.lead.own')}</Text>
        </div>
        {isOwner && (
          <Button
            leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
            onClick={() => setDialog({ kind: 'new' })}
          >
            {t('libraries.new')}
          </Button>
        )}
      </Group>
      {isOwner && <ConsortiumName />}
      {isOwner && (institutions.data?.items.length ?? 0) > MANY && (
        <FindField mb="md" label={t('libraries.search')} value={typed} onChange={setTyped} />
      )}
      <ListState query={institutions}>
        {({ items }) => rows(items.filter(({ id }) => isOwner || id === institutionId))}
      </ListState>
      <LibraryDrawer
        library={dialog?.kind === 'edit' ? dialog.library : null}
        isNew={dialog?.kind === 'new'}
        onClose={close}
      />
      <HoursDrawer library={dialog?.kind === 'hours' ? dialog.library : null} onClose={close} />
    </div>
  );
}
