import { Anchor, Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { PolicyPage as Page } from '#protocol/policies.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { ListState } from '../shell/list-state.tsx';
import { EditTab } from './edit/edit-tab.tsx';
import { HistoryTab } from './history/history-tab.tsx';
import styles from './policies.module.css';
import type { PolicyTab } from './policies-search.ts';
import { ProblemsTab } from './problems/problems-tab.tsx';
import { policyQuery } from './queries.ts';
import { ReadTab } from './read/read-tab.tsx';
import { SecretsTab } from './secrets/secrets-tab.tsx';

const route = getRouteApi('/staff/policies/$institutionId');

/** One library's page: to read for all who may, and to keep for its editors. */
export function PolicyPage() {
  const t = useText();
  const { institutionId } = route.useParams();
  const policy = useQuery(policyQuery(institutionId));

  return (
    <div className={styles.page}>
      <Anchor component={Link} to="/policies" size="sm">
        {t('policies.title')}
      </Anchor>
      <ListState query={policy}>
        {(page) => (
          <>
            <PageHeading title={page.institutionName} />
            <Parts key={institutionId} page={page} />
          </>
        )}
      </ListState>
    </div>
  );
}

function Parts({ page }: { readonly page: Page }) {
  const t = useText();
  const navigate = route.useNavigate();
  const { tab } = route.useSearch();
  const tabs: readonly PolicyTab[] = page.mayEdit
    ? ['edit', 'secrets', 'problems', 'history']
    : ['problems'];
  const shown = tabs.find((name) => name === tab) ?? 'read';
  const choose = (name: string | null) =>
    void navigate({ search: tabs.includes(name as PolicyTab) ? { tab: name as PolicyTab } : {} });

  return (
    <Tabs value={shown} onChange={choose} keepMounted={false} mt="sm">
      <Tabs.List mb="md" className={styles.tabs} aria-label={t('policies.tabs')}>
        <Tabs.Tab value="read">{t('policies.tab.read')}</Tabs.Tab>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {t(`policies.tab.${name}`)}
            {name === 'problems' && page.openProblems > 0 && ` (${page.openProblems})`}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value="read">
        <ReadTab page={page} onEdit={() => choose('edit')} />
      </Tabs.Panel>
      <Tabs.Panel value="edit">
        <EditTab page={page} onDone={() => choose(null)} />
      </Tabs.Panel>
      <Tabs.Panel value="secrets">
        <SecretsTab institutionId={page.institutionId} />
      </Tabs.Panel>
      <Tabs.Panel value="problems">
        <ProblemsTab page={page} />
      </Tabs.Panel>
      <Tabs.Panel value="history">
        <HistoryTab page={page} />
      </Tabs.Panel>
    </Tabs>
  );
}
