import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCoop } from '../coops/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import styles from './activity-page.module.css';
import { coopAdminsQuery } from './queries.ts';

/** Whom to ask: the Co-Op Admins, their libraries and addresses. */
export function CoopAdminsPage() {
  const t = useText();
  const { id: coopId, name } = useCoop();
  const admins = useQuery(coopAdminsQuery(coopId));

  return (
    <div className={styles.page}>
      <PageHeading title={t('activity.admins.title')} />
      <Text c="dimmed" maw="68ch">
        {t('activity.admins.lead', { name })}
      </Text>
      <ListState query={admins}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNotice
              title={t('activity.admins.empty')}
              text={t('activity.admins.empty.text')}
            />
          ) : (
            <ul className={styles.people}>
              {items.map(({ accountId, displayName, email, institutionName }) => (
                <li key={accountId} className={styles.person}>
                  <div>
                    <h2 className={styles.name}>{displayName}</h2>
                    <p className={styles.library}>{institutionName}</p>
                  </div>
                  {email === null ? (
                    <span className={styles.library}>{t('activity.admins.noMail')}</span>
                  ) : (
                    <a
                      className={styles.mail}
                      href={`mailto:${encodeURIComponent(email).replace('%40', '@')}`}
                    >
                      {email}
                    </a>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </ListState>
    </div>
  );
}
