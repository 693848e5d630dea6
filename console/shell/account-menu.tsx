import {
  Avatar,
  Button,
  Divider,
  type FloatingPosition,
  Popover,
  Stack,
  Text,
  UnstyledButton,
  useMatches,
} from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { listInstitutions } from '#protocol/institutions.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession, useSignOut } from '../session/index.ts';
import styles from './account-menu.module.css';
import { LanguageChoice } from './language-choice.tsx';
import { SchemeChoice } from './scheme-choice.tsx';

/** Who is signed in and where, and what is theirs to choose: language, colours, leaving. */
export function AccountMenu() {
  const t = useText();
  const account = useSession();
  const signOut = useSignOut();
  const position = useMatches<FloatingPosition>({ base: 'top-end', sm: 'right-end' });
  const institutions = useQuery({
    queryKey: ['institutions'],
    queryFn: ({ signal }) => call(listInstitutions, { signal }),
    staleTime: 300_000,
  });
  const home = institutions.data?.items.find(({ id }) => id === account.institutionId);

  return (
    <Popover position={position} trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <UnstyledButton
          className={styles.button}
          aria-label={t('shell.account.open', { name: account.displayName })}
        >
          <Avatar aria-hidden size={34} color="accent" name={account.displayName} variant="light" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown w={260} aria-label={t('shell.account.label')}>
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
          <Button
            variant="default"
            leftSection={<IconLogout aria-hidden size={18} stroke={1.6} />}
            loading={signOut.isPending}
            onClick={() => signOut.mutate()}
          >
            {t('shell.account.signOut')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
