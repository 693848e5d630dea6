import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { useMustAddSecondFactor, useSession } from '../session/index.ts';
import { ListState } from '../shell/list-state.tsx';
import { AuthenticatorSection } from './authenticator-section.tsx';
import { EmailSection } from './email-section.tsx';
import { PasskeysSection } from './passkeys-section.tsx';
import { PasswordSection } from './password-section.tsx';
import { factorsQuery } from './queries.ts';
import { RequirementSection } from './requirement-section.tsx';
import styles from './security-page.module.css';
import { SessionsSection } from './sessions-section.tsx';

/** One's own sessions, password and second factors; for admins also what their institution requires. */
export function SecurityPage() {
  const t = useText();
  const { role } = useSession();
  const mustAdd = useMustAddSecondFactor();
  const factors = useQuery(factorsQuery);

  return (
    <div className={styles.page}>
      <PageHeading title={t('security.title')} />
      <Text c="dimmed" mb="lg">
        {t('security.lead')}
      </Text>
      <Stack gap="md">
        {mustAdd && (
          <Alert color="wait" role="status" title={t('security.mustAdd')}>
            {t('security.mustAdd.text')}
          </Alert>
        )}
        <ListState query={factors}>
          {(read) => (
            <>
              {read.required && !mustAdd && <Text size="sm">{t('security.required')}</Text>}
              <AuthenticatorSection factors={read} />
              <PasskeysSection factors={read} />
            </>
          )}
        </ListState>
        <PasswordSection />
        {!mustAdd && <EmailSection />}
        <SessionsSection />
        {role !== 'operator' && !mustAdd && <RequirementSection />}
      </Stack>
    </div>
  );
}
