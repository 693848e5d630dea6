import { Alert } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import type { SignedIn } from '#protocol/accounts.ts';
import { useText } from '../platform/i18n/index.ts';
import { consortiumQuery } from './consortium-query.ts';
import { Entrance } from './entrance.tsx';
import { ForgottenLinks } from './forgotten-links.tsx';
import { isOwnPath } from './is-own-path.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { sessionQuery } from './use-session.ts';

const route = getRouteApi('/sign-in');

export function SignInPage() {
  const t = useText();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { to, why } = route.useSearch();
  const consortium = useQuery(consortiumQuery).data?.name;

  const enter = (signedIn: SignedIn) => {
    queryClient.setQueryData(sessionQuery.queryKey, signedIn);
    router.history.push(to !== undefined && isOwnPath(to) ? to : '/');
  };

  return (
    <Entrance
      title={t('session.title')}
      lead={consortium ? t('session.leadOf', { name: consortium }) : t('session.lead')}
    >
      {why && (
        <Alert color={why === 'ended' ? 'wait' : 'accent'} role="status">
          {t(`session.${why}`)}
        </Alert>
      )}
      <SignInForm onSignedIn={enter} />
      <PasskeyButton onSignedIn={enter} />
      <ForgottenLinks />
    </Entrance>
  );
}
