import { Button, Divider, Stack, Text } from '@mantine/core';
import { IconLogout, IconShieldLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { institutionsQuery } from '../institutions/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { LessonButtons } from '../practice/index.ts';
import { useSession, useSignOut } from '../session/index.ts';
import { LanguageChoice } from './language-choice.tsx';
import { SchemeChoice } from './scheme-choice.tsx';

/** Who is signed in and where, and what is theirs to choose: language, colours, leaving. */
export function AccountPanel({ onLeave }: { readonly onLeave: () => void }) {
  const t = useText();
  const account = useSession();
  const signOut = useSignOut();
  const institutions = useQuery(institutionsQuery);
  const home = institutions.data?.items.find(({ id }) => id === account.institutionId);

  return (
    <Stack gap="sm">
      <div>
        <Text fw={600}>{account.displayName}</Text>
        <Text size="sm" c="dimmed">
          {account.username}
        </Text>
        {home && (
          <Text size="sm" c="dimmed">
            {home.name}
          </Text>
        )}
      </div>
      <Divider />
      <LanguageChoice />
      <SchemeChoice />
      <Divider />
      {account.chatAccess && <LessonButtons onChosen={onLeave} />}
      <Button
        component={Link}
        to="/security"
        variant="default"
        onClick={onLeave}
        leftSection={<IconShieldLock aria-hidden size={18} stroke={1.6} />}
      >
        {t('shell.account.security')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconLogout aria-hidden size={18} stroke={1.6} />}
        loading={signOut.isPending}
        onClick={() => signOut.mutate()}
      >
        {t('shell.account.signOut')}
      </Button>
    </Stack>
  );
}
