import { Button, Group, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { username as wellFormed } from '#protocol/accounts.ts';
import { useText } from '../../platform/i18n/index.ts';
import { usernameQuery } from '../queries.ts';
import { useFreeUsername } from './use-free-username.ts';

const TYPING_MILLISECONDS = 200;

interface UsernameVerdictProps {
  readonly username: string;
  readonly institutionId: string;
  readonly onTake: (username: string) => void;
}

/** Told while one types: ill-formed, taken (and what is free instead), off the pattern, or free. */
export function UsernameVerdict({ username, institutionId, onTake }: UsernameVerdictProps) {
  const t = useText();
  const [settled] = useDebouncedValue(username, TYPING_MILLISECONDS);
  const isWellFormed = wellFormed.safeParse(username).success;
  const check = useQuery({
    ...usernameQuery(settled, institutionId),
    enabled: isWellFormed && settled === username,
  });
  const verdict = settled === username ? check.data : undefined;
  const instead = useFreeUsername(username, institutionId, verdict?.free === false);

  return <div role="status">{said()}</div>;

  function said() {
    if (username === '') return null;
    if (!isWellFormed) return <Text c="late">{t('accounts.fault.username')}</Text>;
    if (!verdict) return null;
    if (!verdict.free) {
      return (
        <Group gap="sm">
          <Text c="late">{t('accounts.username.taken')}</Text>
          {instead !== null && (
            <Button size="compact-sm" variant="light" onClick={() => onTake(instead)}>
              {t('accounts.username.take', { username: instead })}
            </Button>
          )}
        </Group>
      );
    }
    if (!verdict.fitsPattern) return <Text c="wait">{t('accounts.username.offPattern')}</Text>;
    return <Text c="accent">{t('accounts.username.free')}</Text>;
  }
}
