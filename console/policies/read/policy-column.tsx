import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useText } from '../../platform/i18n/index.ts';
import { ListState } from '../../shell/list-state.tsx';
import { ReportProblem } from '../problems/report-problem.tsx';
import { policyQuery } from '../queries.ts';
import { SharedSecrets } from '../secrets/shared-secrets.tsx';
import { PolicyStatus } from './policy-status.tsx';
import { PolicyWords } from './policy-words.tsx';
import styles from './read.module.css';

interface PolicyColumnProps {
  readonly institutionId: string;
  readonly chatId: string;
  readonly onInsert: ((text: string) => void) | null;
}

/** A library's page beside a chat of its patron; its alerts stand above. */
export function PolicyColumn({ institutionId, chatId, onInsert }: PolicyColumnProps) {
  const t = useText();
  const policy = useQuery(policyQuery(institutionId));

  return (
    <ListState query={policy}>
      {(page) => (
        <>
          <PolicyStatus page={page} />
          {page.version === 0 ? (
            <p className={styles.status}>
              {t('policies.empty', { name: page.institutionName })}. {t('policies.empty.reader')}
            </p>
          ) : (
            <PolicyWords content={page} level={3} onInsert={onInsert} />
          )}
          <SharedSecrets
            institutionId={institutionId}
            chatId={chatId}
            level={3}
            headingClass={styles.heading}
          />
          <ReportProblem page={page} />
          <p className={styles.foot}>
            <Link to="/policies/$institutionId" params={{ institutionId }}>
              {t('policies.open')}
            </Link>
          </p>
        </>
      )}
    </ListState>
  );
}
