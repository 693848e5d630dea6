import type { Ticket } from '#protocol/tickets.ts';
import { useText } from '../platform/i18n/index.ts';

/** Who asks, by whatever they left of themselves. */
export function useAsker({ name, email }: Pick<Ticket, 'name' | 'email'>): string {
  const t = useText();
  return name ?? email ?? t('tickets.nameless');
}
