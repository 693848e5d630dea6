import type { ConnectionState } from '../platform/connection/index.ts';
import { useConnectionState, useOptionalConnection } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { PageHeading } from '../platform/page/index.ts';
import { Lessons } from '../practice/index.ts';
import { useSession } from '../session/index.ts';
import styles from './desk.module.css';
import { DeskRoom } from './desk-room.tsx';

const selectLink = (state: ConnectionState) => state.link;
const selectDesk = (state: ConnectionState) => state.desk;

/** The route `/`: the desk, or why there is none. */
export function Desk() {
  const t = useText();
  const { id, chatAccess } = useSession();
  const connection = useOptionalConnection();
  const link = useConnectionState(selectLink);
  const desk = useConnectionState(selectDesk);
  const isForbidden = !chatAccess || link === 'forbidden';

  return (
    <>
      <PageHeading title={t('desk.title')} hidden />
      {isForbidden && <Notice title={t('desk.noAccess')} words={t('desk.noAccess.next')} />}
      {!isForbidden && connection !== null && desk !== null && (
        <>
          <DeskRoom desk={desk} accountId={id} isOnline={link === 'open'} />
          <Lessons />
        </>
      )}
      {!isForbidden && desk === null && link === 'lost' && (
        <Notice title={t('desk.lost')} words={t('desk.lost.first')} />
      )}
    </>
  );
}

function Notice({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <div className={styles.notice}>
      <h2>{title}</h2>
      <p>{words}</p>
    </div>
  );
}
