import type { DeskView } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './desk.module.css';
import { EmptyPanes } from './empty-panes.tsx';
import type { PaneRequest } from './pane/chat-pane.tsx';
import { ChatPane } from './pane/chat-pane.tsx';
import type { Panes } from './panes.ts';
import { PhoneSwitcher } from './phone-switcher.tsx';
import type { Closing } from './use-closing.ts';
import type { Said } from './use-commands.ts';

interface PaneRowProps {
  readonly desk: DeskView;
  readonly panes: Panes;
  readonly accountId: string;
  readonly isPhone: boolean;
  readonly isOnline: boolean;
  readonly isAboutShown: boolean;
  readonly closing: Closing;
  readonly request: PaneRequest | null;
  readonly onActivate: (chatId: string) => void;
  readonly onHide: (chatId: string) => void;
  readonly onBack: () => void;
  readonly onAbout: (chatId: string) => void;
  readonly onTransfer: (chatId: string) => void;
  readonly onAccepted: (chatId: string) => void;
  readonly onRelease: (chatId: string) => void;
  readonly onUndoClose: (chatId: string) => void;
  readonly onResolve: (chatId: string, said: Said) => Promise<boolean>;
  readonly onClaimNext: () => void;
  readonly onAvailable: () => void;
}

/** The open chats side by side; on a phone the one that has the attention, with a switcher. */
export function PaneRow(props: PaneRowProps) {
  const { desk, panes, isPhone, closing } = props;
  const t = useText();
  const shown = isPhone ? panes.open.filter((id) => id === panes.active) : panes.open;

  return (
    <section className={styles.panes} aria-label={t('desk.openChats')} data-tour="panes">
      {isPhone && <PhoneSwitcher panes={panes} onShow={props.onActivate} />}
      {shown.length === 0 && (
        <EmptyPanes
          desk={desk}
          isOnline={props.isOnline}
          onClaimNext={props.onClaimNext}
          onAvailable={props.onAvailable}
        />
      )}
      {shown.map((chatId) => (
        <ChatPane
          key={chatId}
          chatId={chatId}
          accountId={props.accountId}
          isActive={panes.active === chatId}
          isPhone={isPhone}
          isOnline={props.isOnline}
          closing={closing}
          isAboutShown={props.isAboutShown && panes.active === chatId}
          request={props.request}
          onActivate={props.onActivate}
          onHide={props.onHide}
          onBack={props.onBack}
          onAbout={props.onAbout}
          onTransfer={props.onTransfer}
          onAccepted={props.onAccepted}
          onRelease={props.onRelease}
          onUndoClose={props.onUndoClose}
          onResolve={props.onResolve}
        />
      ))}
    </section>
  );
}
