import type { ConnectionState, DeskView } from '../../platform/connection/index.ts';
import { passedChats, useConnectionState, waitingChats } from '../../platform/connection/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { PassedCard } from '../transfer/index.ts';
import { DepartureCard } from './departure-card.tsx';
import { whyNobodyWaits } from './empty-reason.ts';
import listStyles from './list.module.css';
import { Section } from './section.tsx';
import { WaitingCard } from './waiting-card.tsx';

const selectDepartures = (state: ConnectionState) => state.departures;

interface WaitingListProps {
  readonly desk: DeskView;
  readonly isOnline: boolean;
  readonly onClaim: (chatId: string) => Promise<boolean>;
  readonly onShow: (chatId: string) => void;
}

/** Who waits, longest first: the one thing that draws the eye. */
export function WaitingList({ desk, isOnline, onClaim, onShow }: WaitingListProps) {
  const t = useText();
  const departures = useConnectionState(selectDepartures);
  const passed = passedChats(desk);
  const waiting = waitingChats(desk);

  return (
    <Section title={t('desk.waiting')} aside={passed.length + waiting.length} tour="waiting">
      {passed.length + waiting.length + departures.length === 0 ? (
        <p className={listStyles.empty}>{t(`desk.nobody.${whyNobodyWaits(desk)}`)}</p>
      ) : (
        <ul className={listStyles.cards}>
          {passed.map((chat) => (
            <PassedCard key={chat.id} chat={chat} isOnline={isOnline} onShow={onShow} />
          ))}
          {departures.map((departure) => (
            <DepartureCard key={departure.chat.id} departure={departure} />
          ))}
          {waiting.map((chat) => (
            <WaitingCard key={chat.id} chat={chat} isOnline={isOnline} onClaim={onClaim} />
          ))}
        </ul>
      )}
    </Section>
  );
}
