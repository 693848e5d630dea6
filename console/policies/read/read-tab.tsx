import { Button } from '@mantine/core';
import type { PolicyPage } from '#protocol/policies.ts';
import { useText } from '../../platform/i18n/index.ts';
import { EmptyNotice } from '../../shell/empty-notice.tsx';
import { RaiseAlert } from '../edit/raise-alert.tsx';
import { useAlertActs } from '../edit/use-alert-acts.ts';
import { ReportProblem } from '../problems/report-problem.tsx';
import { SharedSecrets } from '../secrets/shared-secrets.tsx';
import { PolicyAlerts } from './policy-alerts.tsx';
import { PolicyStatus } from './policy-status.tsx';
import { PolicyWords } from './policy-words.tsx';
import styles from './read.module.css';

interface ReadTabProps {
  readonly page: PolicyPage;
  readonly onEdit: () => void;
}

/** The page as librarians read it; its editors raise and end alerts here. */
export function ReadTab({ page, onEdit }: ReadTabProps) {
  const t = useText();
  const { institutionId, institutionName, version, alerts, mayEdit } = page;
  const { ending } = useAlertActs(institutionId);

  return (
    <>
      <PolicyAlerts alerts={alerts} onEnd={mayEdit ? ending.mutate : undefined} />
      <PolicyStatus page={page} />
      {version === 0 && (
        <EmptyNotice
          title={t('policies.empty', { name: institutionName })}
          text={t(mayEdit ? 'policies.empty.editor' : 'policies.empty.reader')}
        >
          {mayEdit && <Button onClick={onEdit}>{t('policies.empty.begin')}</Button>}
        </EmptyNotice>
      )}
      {version > 0 && page.sections.length + page.snippets.length === 0 && (
        <p className={styles.status}>{t('policies.noWords')}</p>
      )}
      <PolicyWords content={page} level={2} onInsert={null} />
      <SharedSecrets
        institutionId={institutionId}
        chatId={null}
        level={2}
        headingClass={styles.heading}
      />
      {mayEdit && <RaiseAlert institutionId={institutionId} />}
      <ReportProblem page={page} />
    </>
  );
}
