import type { ChatEvent } from '#protocol/events.ts';
import type { Ticket } from '#protocol/tickets.ts';
import { TranscriptLog } from '../transcripts/transcript-log.tsx';
import { useAsker } from './use-asker.ts';

interface TicketChatProps {
  readonly ticket: Ticket;
  readonly events: readonly ChatEvent[];
}

/** The chat that could not answer it, as it was. */
export function TicketChat({ ticket, events }: TicketChatProps) {
  const patronName = useAsker(ticket);
  return <TranscriptLog detail={{ chat: { patronName }, events }} q={undefined} />;
}
