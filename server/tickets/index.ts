export { freeTickets } from './free-tickets.ts';
export { giveUpReplies } from './give-up-replies.ts';
export { type LiveTickets, liveTickets, type TicketListener } from './live-tickets.ts';
export { receiveMail } from './receive-mail.ts';
export { routeTickets } from './routes.ts';
export { sendReplies } from './send-replies.ts';
export { wayHome } from './way-home.ts';
