import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Institution } from '#protocol/institutions.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useSession } from '../session/index.ts';
import { ListState } from '../shell/list-state.tsx';
import { HoursDrawer } from './hours-drawer.tsx';
import { institutionsQuery } from './index.ts';
import styles from './libraries-page.module.css';
import { LibraryDrawer } from './library-drawer.tsx';
import { LibraryRow } from './library-row.tsx';

type LibraryDialog =
  | { readonly kind: 'new' }
  | { readonly kind: 'edit' | 'hours'; readonly library: Institution };

/** For the owner all libraries of the installation; for an admin their own. */
export function LibrariesPage() {
  const t = useText();
  const { role, institutionId } = useSession();
  const institutions = useQuery(institutionsQuery);
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  const close = () => setDialog(null);
  const isOwner = role === 'owner';

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
      <ListState query={institutions}>
        {({ items }) => (
          <ul className={styles.list}>
            {items
              .filter(({ id }) => isOwner || id === institutionId)
              .map((library) => (
                <LibraryRow
                  key={library.id}
                  library={library}
                  onEdit={() => setDialog({ kind: 'edit', library })}
                  onHours={() => setDialog({ kind: 'hours', library })}
                />
              ))}
          </ul>
        )}
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
