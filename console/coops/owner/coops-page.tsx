import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Coop } from '#protocol/coops.ts';
import { useText } from '../../platform/i18n/index.ts';
import { PageHeading } from '../../platform/page/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { ListState } from '../../shell/list-state.tsx';
import { coopsQuery } from '../queries.ts';
import { CoopRow } from './coop-row.tsx';
import styles from './coops-page.module.css';
import { CreateCoop } from './create-coop.tsx';
import { DeleteCoop } from './delete-coop.tsx';
import { RenameCoop } from './rename-coop.tsx';

type CoopDialog =
  | { readonly kind: 'create' }
  | { readonly kind: 'rename' | 'delete'; readonly coop: Coop };

/** The owner's: all co-ops of the installation. */
export function CoopsPage() {
  const t = useText();
  const coops = useQuery(coopsQuery);
  const [dialog, setDialog] = useState<CoopDialog | null>(null);
  const close = () => setDialog(null);

  return (
    <div className={styles.page}>
      <Group justify="space-between" align="flex-start" mb="lg">
        <div>
          <PageHeading title={t('coops.all.title')} />
          <Text c="dimmed">{t('coops.all.lead')}</Text>
        </div>
        <Button
          leftSection={<IconPlus aria-hidden size={18} stroke={1.8} />}
          onClick={() => setDialog({ kind: 'create' })}
        >
          {t('coops.all.new')}
        </Button>
      </Group>
      <ListState query={coops}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice title={t('coops.all.empty')} text={t('coops.all.empty.text')} />
          ) : (
            <ul className={styles.list}>
              {items.map((coop) => (
                <CoopRow
                  key={coop.id}
                  coop={coop}
                  onRename={() => setDialog({ kind: 'rename', coop })}
                  onDelete={() => setDialog({ kind: 'delete', coop })}
                />
              ))}
            </ul>
          )
        }
      </ListState>
      <CreateCoop opened={dialog?.kind === 'create'} onClose={close} />
      <RenameCoop coop={dialog?.kind === 'rename' ? dialog.coop : null} onClose={close} />
      {dialog?.kind === 'delete' && <DeleteCoop coop={dialog.coop} onClose={close} />}
    </div>
  );
}
