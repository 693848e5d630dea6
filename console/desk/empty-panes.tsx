import { Button } from '@mantine/core';
import { IconArmchair, IconSchool } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { DeskView } from '../platform/connection/index.ts';
import { ownChats, passedChats, waitingChats } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { showLesson } from '../practice/index.ts';
import { useSession } from '../session/index.ts';
import styles from './empty-panes.module.css';
import { whyNobodyWaits } from './side/empty-reason.ts';

interface EmptyPanesProps {
  readonly desk: DeskView;
  readonly isOnline: boolean;
  readonly onClaimNext: () => void;
  readonly onAvailable: () => void;
}

/** No chat is open: says why, and what to do next. */
export function EmptyPanes({ desk, isOnline, onClaimNext, onAvailable }: EmptyPanesProps) {
  const t = useText();
  const someoneWaits = waitingChats(desk).length > 0;
  const reason = reasonOf(desk, someoneWaits);
  const mayAssign = useSession().role !== 'operator' && reason === 'no_queue';

  return (
    <div className={styles.empty}>
      <IconArmchair aria-hidden size={40} stroke={1.2} className={styles.picture} />
      <h2 className={styles.title}>{t(`desk.empty.${reason}`)}</h2>
      <p className={styles.words}>
        {mayAssign ? t('desk.empty.no_queue.assign') : t(`desk.empty.${reason}.next`)}
      </p>
      {mayAssign && (
        <Button component={Link} to="/assignments">
          {t('desk.empty.no_queue.open')}
        </Button>
      )}
      {reason === 'waiting' && (
        <Button disabled={!isOnline} onClick={onClaimNext}>
          {t('desk.claim.next')}
        </Button>
      )}
      {reason === 'not_available' && (
        <Button disabled={!isOnline} onClick={onAvailable}>
          {t('desk.becomeAvailable')}
        </Button>
      )}
      {reason !== 'waiting' && reason !== 'passed' && (
        <Button
          variant="subtle"
          mt="md"
          leftSection={<IconSchool aria-hidden size={18} stroke={1.6} />}
          onClick={() => showLesson('practice')}
        >
          {t('practice.title')}
        </Button>
      )}
    </div>
  );
}

function reasonOf(desk: DeskView, someoneWaits: boolean) {
  if (passedChats(desk).length > 0) return 'passed';
  if (someoneWaits) return 'waiting';
  if (ownChats(desk).length > 0) return 'aside';
  const reason = whyNobodyWaits(desk);
  return reason === 'full' ? 'quiet' : reason;
}
