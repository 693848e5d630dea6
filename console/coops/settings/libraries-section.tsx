import { ActionIcon, Button, Title, VisuallyHidden } from '@mantine/core';
import { IconClock, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CoopInstitution } from '#protocol/coops.ts';
import { HoursReading } from '../../hours/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { useCoop } from '../use-coop.ts';
import { AddLibrary } from './add-library.tsx';
import { CoverageDrawer } from './coverage-drawer.tsx';
import { RemoveLibrary } from './remove-library.tsx';
import styles from './settings-page.module.css';

interface LibraryDialog {
  readonly kind: 'coverage' | 'remove';
  readonly library: CoopInstitution;
}

/** Which libraries are in, and when the co-op answers for each. */
export function LibrariesSection() {
  const t = useText();
  const { name, institutions } = useCoop();
  const [dialog, setDialog] = useState<LibraryDialog | null>(null);
  const close = () => setDialog(null);

  return (
    <section className={styles.section}>
      <Title order={2} fz={20}>
        {t('coops.libraries')}
      </Title>
      {institutions.length === 0 ? (
        <div className={styles.none}>
          <EmptyNotice title={t('coops.libraries.empty')} text={t('coops.libraries.empty.text')} />
        </div>
      ) : (
        <ul className={styles.list}>
          {institutions.map((library) => (
            <li key={library.institutionId} className={styles.row}>
              <div className={styles.what}>
                <h3 className={styles.name}>{library.name}</h3>
                <div className={styles.facts}>
                  {t('coops.accounts.count', { count: library.accountCount })}
                </div>
                <HoursReading
                  hours={library.coverage}
                  always={t('coops.coverage.always', { name })}
                />
              </div>
              <div className={styles.acts}>
                <Button
                  variant="default"
                  size="xs"
                  leftSection={<IconClock aria-hidden size={16} stroke={1.6} />}
                  onClick={() => setDialog({ kind: 'coverage', library })}
                >
                  {t('coops.coverage')}
                  <VisuallyHidden> {library.name}</VisuallyHidden>
                </Button>
                <ActionIcon
                  variant="default"
                  size={30}
                  c="late"
                  aria-label={t('coops.libraries.remove.of', { library: library.name })}
                  onClick={() => setDialog({ kind: 'remove', library })}
                >
                  <IconTrash aria-hidden size={17} stroke={1.6} />
                </ActionIcon>
              </div>
            </li>
          ))}
        </ul>
      )}
      <AddLibrary />
      <CoverageDrawer
        library={dialog?.kind === 'coverage' ? dialog.library : null}
        onClose={close}
      />
      {dialog?.kind === 'remove' && <RemoveLibrary library={dialog.library} onClose={close} />}
    </section>
  );
}
