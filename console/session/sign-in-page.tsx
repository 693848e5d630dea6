import { Alert, Paper, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { signIn } from '#protocol/accounts.ts';
import type { Answer } from '#protocol/endpoint.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { CarrelMark } from '../shell/carrel-mark.tsx';
import { LanguageChoice } from '../shell/language-choice.tsx';
import { ForgottenHelp } from './forgotten-help.tsx';
import { isOwnPath } from './is-own-path.ts';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in-page.module.css';
import { sessionQuery } from './use-session.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useText();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { to, why } = route.useSearch();

  const enter = (signedIn: Answer<typeof signIn>) => {
    queryClient.setQueryData(sessionQuery.queryKey, signedIn);
    router.history.push(to !== undefined && isOwnPath(to) ? to : '/');
  };

  return (
    <main className={styles.page}>
      <Paper className={styles.card}>
        <Stack gap="lg">
          <div>
            <CarrelMark className={styles.mark} />
            <PageHeading title={t('session.title')} />
            <Text c="dimmed">{t('session.lead')}</Text>
          </div>
          {why && (
            <Alert color={why === 'ended' ? 'wait' : 'accent'} role="status">
              {t(`session.${why}`)}
            </Alert>
          )}
          <SignInForm onSignedIn={enter} />
          <ForgottenHelp />
        </Stack>
      </Paper>
      <div className={styles.language}>
        <LanguageChoice />
      </div>
    </main>
  );
}
