import { Tabs, Text } from '@mantine/core';
import { Navigate, Outlet, useNavigate, useRouterState } from '@tanstack/react-router';
import { useText } from '../../platform/i18n/index.ts';
import { PageHeading } from '../../platform/page/index.ts';
import { useCoop } from '../use-coop.ts';
import styles from './manage-accounts.module.css';

/** Admin > Accounts: who is in the co-op, and who can be added. */
export function ManageAccountsPage() {
  const t = useText();
  const { id: coopId, name, rights } = useCoop();
  const navigate = useNavigate();
  const isNew = useRouterState({ select: ({ location }) => location.pathname.endsWith('/new') });
  const tab = isNew ? 'new' : 'accounts';

  // Taken away while the page was open.
  if (!rights.mayManageAccounts) return <Navigate to="/coops/$coopId" params={{ coopId }} />;
  return (
    <div className={styles.page}>
      <PageHeading title={t('coops.accounts.title')} />
      <Text c="dimmed" mb="md">
        {t('coops.accounts.lead', { name })}
      </Text>
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(chosen) =>
          navigate({
            to: chosen === 'new' ? '/coops/$coopId/accounts/new' : '/coops/$coopId/accounts',
            params: { coopId },
          })
        }
      >
        <Tabs.List aria-label={t('coops.accounts.tabs')} mb="lg">
          <Tabs.Tab value="accounts">{t('coops.accounts.tab')}</Tabs.Tab>
          <Tabs.Tab value="new">{t('coops.accounts.tabNew')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value={tab}>
          <Outlet />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}
