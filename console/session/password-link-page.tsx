import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { sentenceFor } from '../platform/notify/index.ts';
import { ChoosePasswordForm } from './choose-password-form.tsx';
import { Entrance } from './entrance.tsx';
import { BackToSignIn } from './forgotten-form.tsx';
import { linkQuery } from './link-query.ts';

/** Where a link from a mail leads, `/password#TOKEN`: to choose a password anew, or the first one. */
export function PasswordLinkPage() {
  const t = useText();
  // Behind the #, so that it stands in no log of a server or a proxy.
  const token = useRouterState({ select: ({ location }) => location.hash });
  const { data: link, error, refetch, isFetching } = useQuery(linkQuery(token));
  const isDead = token === '' || isProblem(error, 'not_found', 'malformed');

  if (isDead) return <DeadLink />;
  if (error) {
    return (
      <Plain>
        <Alert color="late" role="alert">
          {sentenceFor(t, error)}
        </Alert>
        <Button loading={isFetching} onClick={() => refetch()}>
          {t('shell.tryAgain')}
        </Button>
      </Plain>
    );
  }
  if (!link) {
    return (
      <Plain>
        <Skeleton height={180} radius="lg" animate={false} />
      </Plain>
    );
  }
  const { purpose, displayName, institutionName, username } = link;
  return (
    <Entrance
      title={t(`session.link.${purpose}`, { name: displayName })}
      lead={t(`session.link.${purpose}.lead`, { library: institutionName })}
    >
      <ChoosePasswordForm token={token} username={username} />
    </Entrance>
  );
}

function Plain({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <Entrance title={t('session.password.new')} lead={t('session.lead')}>
      {children}
    </Entrance>
  );
}

/** Used, too old, or cut in two by a mail program: the remedy is the same. */
function DeadLink() {
  const t = useText();

  return (
    <Entrance title={t('session.link.dead')} lead={t('session.link.dead.lead')}>
      <Stack gap="md">
        <Button component={Link} to="/forgot-password" size="md">
          {t('session.link.another')}
        </Button>
        <BackToSignIn />
      </Stack>
    </Entrance>
  );
}
