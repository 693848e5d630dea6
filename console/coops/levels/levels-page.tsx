import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../platform/i18n/index.ts';
import { PageHeading } from '../../platform/page/index.ts';
import { ListState } from '../../shell/list-state.tsx';
import { levelsQuery } from '../queries.ts';
import { useCoop } from '../use-coop.ts';
import styles from './levels-page.module.css';
import { LevelsTable } from './levels-table.tsx';

/** “What may each level do?”, printed from the table that the server decides by. */
export function LevelsPage() {
  const t = useText();
  const { name, rights } = useCoop();
  const levels = useQuery(levelsQuery);

  return (
    <div className={styles.page}>
      <PageHeading title={t('coops.nav.levels')} />
      <Text c="dimmed" mb="lg" maw="68ch">
        {t('coops.levels.lead', { name })}
      </Text>
      <ListState query={levels}>
        {(table) => <LevelsTable table={table} own={rights.level} />}
      </ListState>
      <Text mt="lg" size="sm" maw="68ch">
        {t('coops.levels.rule')} {t('coops.levels.rule.owner')}
      </Text>
    </div>
  );
}
