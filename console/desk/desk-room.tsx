import { Drawer } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import type { DeskView } from '../platform/connection/index.ts';
import { waitingChats } from '../platform/connection/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { AboutChat } from './about/about-chat.tsx';
import { PolicySearch } from './about/policy-search.tsx';
import { useSelfOpening } from './about/use-self-opening.ts';
import { Announcer } from './announcer.tsx';
import { aboutShown } from './choices.ts';
import { ConnectionBanner } from './connection-banner.tsx';
import styles from './desk.module.css';
import type { Overlay } from './overlay.ts';
import { PaneRow } from './pane-row.tsx';
import { neighbourOf } from './panes.ts';
import type { DeskAct } from './shortcuts.ts';
import { ShortcutsDialog } from './shortcuts-dialog.tsx';
import { SideColumn } from './side/side-column.tsx';
import { mayPassOn, TransferDialog } from './transfer/index.ts';
import { useClosing } from './use-closing.ts';
import { useCommands } from './use-commands.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePaneRequest } from './use-pane-request.ts';
import { usePanes } from './use-panes.ts';
import { useShortcuts } from './use-shortcuts.ts';

/** Below: one screen at a time. */
const PHONE = '(max-width: 640px)';
/** From here on there is room for the column about the chat. */
const WIDE = '(min-width: 1280px)';

interface DeskRoomProps {
  readonly desk: DeskView;
  readonly accountId: string;
  readonly isOnline: boolean;
}

/** The desk at work: who waits on the left, the chats side by side, what is known of one on the right. */
export function DeskRoom({ desk, accountId, isOnline }: DeskRoomProps) {
  const t = useText();
  const isPhone = useMediaQuery(PHONE, false, { getInitialValueInEffect: false }) ?? false;
  const isWide = useMediaQuery(WIDE, true, { getInitialValueInEffect: false }) ?? true;
  const [panes, { show, hide, leave }] = usePanes(desk);
  const [request, ask] = usePaneRequest();
  const commands = useCommands();
  const closing = useClosing(commands, hide);
  const isColumnWanted = aboutShown.use();
  const [drawer, setDrawer] = useState<Overlay>('closed');
  const [isHelpOpen, setHelpOpen] = useState(false);
  const [passing, setPassing] = useState<string | null>(null);
  const [isSearchOpen, setSearchOpen] = useState(false);
  useSelfOpening(panes.active);

  const goTo = useCallback(
    (chatId: string) => {
      show(chatId);
      ask(chatId, 'write');
    },
    [show, ask],
  );

  const write = useCallback((chatId: string) => ask(chatId, 'write'), [ask]);
  useKeptFocus(panes, write);

  const undoClosing = (chatId: string) => {
    closing.undo(chatId);
    write(chatId);
  };

  const claim = useCallback(
    async (chatId: string) => {
      const isMine = await commands.claim(chatId);
      if (isMine) goTo(chatId);
      return isMine;
    },
    [commands, goTo],
  );

  const claimNext = () => {
    const [longest] = waitingChats(desk);
    if (longest !== undefined && isOnline) void claim(longest.id);
  };

  const release = async (chatId: string) => {
    if (await commands.release(chatId)) hide(chatId);
  };

  const about = (chatId: string) => {
    show(chatId);
    if (isWide) aboutShown.set(!isColumnWanted || panes.active !== chatId);
    else setDrawer('open');
  };

  const perform = (act: DeskAct) => {
    const neighbour =
      act === 'next' || act === 'previous' ? neighbourOf(panes, act === 'next' ? 1 : -1) : null;
    if (neighbour !== null) goTo(neighbour);
    if (act === 'claim') claimNext();
    if (act === 'help') setHelpOpen(true);
    if (act === 'policies') setSearchOpen(true);
    // After a reload chats stand open and none is active: one key leads into the first.
    const [first] = panes.open;
    if (act === 'write' && panes.active === null && first !== undefined) goTo(first);
    const active = panes.active !== null ? desk.chats[panes.active] : undefined;
    if (active?.place !== 'mine') return;
    if (act === 'write' || act === 'note') ask(active.id, act);
    if (act === 'transfer' && mayPassOn(active, accountId)) setPassing(active.id);
    if (act === 'close' && isOnline) closing.begin(active.id);
  };
  useShortcuts(perform);

  const isColumnShown = isWide && isColumnWanted && panes.active !== null;
  const showsList = !isPhone || panes.active === null;
  const showsPanes = !isPhone || panes.active !== null;

  return (
    <div className={styles.room} data-about={isColumnShown || undefined}>
      <ConnectionBanner />
      {showsList && (
        <SideColumn
          desk={desk}
          panes={panes}
          isOnline={isOnline}
          commands={commands}
          onClaim={claim}
          onShow={goTo}
          onHelp={() => setHelpOpen(true)}
        />
      )}
      {showsPanes && (
        <PaneRow
          desk={desk}
          panes={panes}
          accountId={accountId}
          isPhone={isPhone}
          isOnline={isOnline}
          isAboutShown={isColumnShown}
          closing={closing}
          request={request}
          onActivate={show}
          onHide={hide}
          onBack={leave}
          onAbout={about}
          onUndoClose={undoClosing}
          onResolve={commands.resolve}
          onTransfer={setPassing}
          onAccepted={goTo}
          onRelease={(chatId) => void release(chatId)}
          onClaimNext={claimNext}
          onAvailable={() => void commands.choose('available')}
        />
      )}
      {isColumnShown && panes.active !== null && (
        <aside className={styles.about} aria-label={t('desk.about')}>
          <AboutChat chatId={panes.active} onInserted={() => undefined} />
        </aside>
      )}
      <Drawer
        opened={drawer === 'open' && panes.active !== null}
        onClose={() => setDrawer('closed')}
        returnFocus={drawer !== 'inserted'}
        position="right"
        size={340}
        title={t('desk.about')}
        closeButtonProps={{ 'aria-label': t('desk.about.close') }}
      >
        {panes.active !== null && (
          <AboutChat chatId={panes.active} onInserted={() => setDrawer('inserted')} />
        )}
      </Drawer>
      <PolicySearch
        chatId={panes.active}
        isOpen={isSearchOpen}
        onClose={() => setSearchOpen(false)}
      />
      <TransferDialog
        chatId={passing}
        isOnline={isOnline}
        onClose={() => setPassing(null)}
        onPassedOn={hide}
      />
      <ShortcutsDialog isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} />
      <Announcer active={panes.active} />
    </div>
  );
}
