import { Text } from '@mantine/core';
import { useText } from '../../platform/i18n/index.ts';
import { PageHeading } from '../../platform/page/index.ts';
import { useCoop } from '../use-coop.ts';
import { LibrariesSection } from './libraries-section.tsx';
import { QueuesSection } from './queues-section.tsx';
import styles from './settings-page.module.css';

/** The owner's: the libraries of a co-op with their coverage hours, and its queues. */
export function SettingsPage() {
  const t = useText();
  const { name } = useCoop();

  return (
    <div className={styles.page}>
      <PageHeading title={t('coops.nav.settings')} />
      <Text c="dimmed" maw="68ch">
        {t('coops.settings.lead', { name })}
      </Text>
      <LibrariesSection />
      <QueuesSection />
    </div>
  );
}
