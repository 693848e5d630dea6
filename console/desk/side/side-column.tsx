import { ActionIcon } from '@mantine/core';
import { IconKeyboard } from '@tabler/icons-react';
import type { DeskView } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import type { Panes } from '../panes.ts';
import type { DeskCommands } from '../use-commands.ts';
import { AttentionMenu } from './attention-menu.tsx';
import { ColleagueList } from './colleague-list.tsx';
import { OwnList } from './own-list.tsx';
import { QueueList } from './queue-list.tsx';
import styles from './side-column.module.css';
import { StateMenu } from './state-menu.tsx';
import { WaitingList } from './waiting-list.tsx';

interface SideColumnProps {
  readonly desk: DeskView;
  readonly panes: Panes;
  readonly isOnline: boolean;
  readonly commands: DeskCommands;
  readonly onClaim: (chatId: string) => Promise<boolean>;
  readonly onShow: (chatId: string) => void;
  readonly onHelp: () => void;
}

/** Everything at the desk that is not a conversation; by urgency, from the top. */
export function SideColumn(props: SideColumnProps) {
  const { desk, panes, isOnline, commands, onClaim, onShow, onHelp } = props;
  const t = useText();

  return (
    <div className={styles.column}>
      <div className={styles.top} data-tour="state">
        <StateMenu
          presence={desk.presence}
          isOnline={isOnline}
          onChoose={(state) => void commands.choose(state)}
          onLimit={commands.limit}
        />
        <AttentionMenu />
        <ActionIcon
          variant="default"
          h={46}
          w={40}
          className={styles.keys}
          data-tour="keys"
          aria-label={t('desk.keys')}
          title={t('desk.keys')}
          onClick={onHelp}
        >
          <IconKeyboard size={20} stroke={1.6} />
        </ActionIcon>
      </div>
      <WaitingList desk={desk} isOnline={isOnline} onClaim={onClaim} onShow={onShow} />
      <OwnList desk={desk} panes={panes} onShow={onShow} />
      <QueueList desk={desk} isOnline={isOnline} onOptIn={commands.optIn} />
      <ColleagueList colleagues={desk.colleagues} />
    </div>
  );
}
