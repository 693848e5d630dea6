import { Button } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { TranscriptDetail } from '#protocol/transcripts.ts';
import { NotesSection } from '../feedback/notes-section.tsx';
import { isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { EmptyNotice } from '../shell/empty-notice.tsx';
import { ListState } from '../shell/list-state.tsx';
import { CopyLink } from './copy-link.tsx';
import { transcriptQuery } from './queries.ts';
import styles from './reading-pane.module.css';
import { TranscriptFacts } from './transcript-facts.tsx';
import { TranscriptLog } from './transcript-log.tsx';
import { ROW } from './use-list-keys.ts';

interface ReadingPaneProps {
  readonly chatId: string;
  /** Words that were searched for. */
  readonly q: string | undefined;
  /** It was chosen, and not passed by on the way through the list: the keyboard goes to it. */
  readonly isEntered: boolean;
  readonly onClose: () => void;
}

/** A whole chat: who, what was said, what was thought of it. */
export function ReadingPane({ chatId, q, isEntered, onClose }: ReadingPaneProps) {
  const t = useText();
  const transcript = useQuery(transcriptQuery(chatId));
  const close = () => {
    onClose();
    // Back to where one came from; on a phone it is in sight again only now.
    requestAnimationFrame(() =>
      document.querySelector<HTMLElement>(`[${ROW}="${chatId}"]`)?.focus(),
    );
  };

  return (
    <article className={styles.pane}>
      <div className={styles.acts}>
        <Button
          variant="subtle"
          size="compact-sm"
          className={styles.back}
          leftSection={<IconArrowLeft aria-hidden size={17} />}
          onClick={close}
        >
          {t('transcripts.back')}
        </Button>
        <CopyLink chatId={chatId} />
        <Button
          variant="subtle"
          size="compact-sm"
          color="gray"
          className={styles.cross}
          leftSection={<IconX aria-hidden size={16} />}
          onClick={close}
        >
          {t('shell.close')}
        </Button>
      </div>
      {isProblem(transcript.error, 'not_found', 'malformed') ? (
        <EmptyNotice title={t('transcripts.gone')} text={t('transcripts.gone.text')} />
      ) : (
        <ListState query={transcript}>
          {(detail) => <Transcript detail={detail} q={q} isEntered={isEntered} />}
        </ListState>
      )}
    </article>
  );
}

interface TranscriptProps extends Pick<ReadingPaneProps, 'q' | 'isEntered'> {
  readonly detail: TranscriptDetail;
}

function Transcript({ detail, q, isEntered }: TranscriptProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isEntered) heading.current?.focus();
  }, [isEntered]);

  return (
    <>
      <TranscriptFacts detail={detail} heading={heading} />
      <TranscriptLog detail={detail} q={q} />
      <NotesSection detail={detail} />
    </>
  );
}
