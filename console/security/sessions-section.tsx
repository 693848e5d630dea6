import { Button, VisuallyHidden } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { endSession, type Session } from '#protocol/security.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useDates, useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';
import { useSignOut } from '../session/index.ts';
import { ListState } from '../shell/list-state.tsx';
import styles from './lines.module.css';
import { sessionsQuery } from './queries.ts';
import { Section } from './section.tsx';

export function SessionsSection() {
  const t = useText();
  const sessions = useQuery(sessionsQuery);
  const signOut = useSignOut();
  const ending = useEndSession();

  return (
    <Section title={t('security.sessions')} lead={t('security.sessions.lead')}>
      <ListState query={sessions}>
        {({ items }) => (
          <ul className={styles.lines}>
            {[...items]
              .sort((one, other) => Number(other.current) - Number(one.current))
              .map((session) => (
                <SessionLine
                  key={session.id}
                  session={session}
                  isEnding={ending.isPending && ending.variables?.id === session.id}
                  onEnd={() => (session.current ? signOut.mutate() : ending.mutate(session))}
                />
              ))}
          </ul>
        )}
      </ListState>
    </Section>
  );
}

interface SessionLineProps {
  readonly session: Session;
  readonly isEnding: boolean;
  readonly onEnd: () => void;
}

function SessionLine({ session, isEnding, onEnd }: SessionLineProps) {
  const t = useText();
  const dates = useDates();
  const { device, address, lastSeenAt, createdAt, current } = session;
  const ago = dates.ago(lastSeenAt, Date.now());

  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <span className={styles.name}>{device || t('security.sessions.unknown')}</span>
        {current && <span className={styles.here}>{t('security.sessions.here')}</span>}
        <div className={styles.facts}>
          {t('security.sessions.facts', { address, ago, since: dates.moment(createdAt) })}
        </div>
      </div>
      <Button variant="default" size="xs" loading={isEnding} onClick={onEnd}>
        {t('security.sessions.end')}
        <VisuallyHidden> {device}</VisuallyHidden>
      </Button>
    </li>
  );
}

/** Ends a session elsewhere. One that has ended already counts as done. */
function useEndSession() {
  const t = useText();
  const queryClient = useQueryClient();
  const tellTrouble = useTrouble();

  return useMutation({
    mutationFn: async ({ id }: Session) => {
      try {
        await call(endSession, { params: { sessionId: id } });
      } catch (error) {
        if (!isProblem(error, 'not_found')) throw error;
      }
    },
    onSuccess: (_, { device }) =>
      notify(t('security.sessions.ended', { device: device || t('security.sessions.unknown') })),
    onError: tellTrouble,
    onSettled: () => queryClient.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
}
