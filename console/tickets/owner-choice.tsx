import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Ticket } from '#protocol/tickets.ts';
import { useText } from '../platform/i18n/index.ts';
import { useSession } from '../session/index.ts';
import { assigneesQuery } from './queries.ts';
import type { TicketChange } from './use-ticket-acts.ts';

const TYPING_MILLISECONDS = 150;

interface OwnerChoiceProps {
  readonly ticket: Ticket;
  readonly onChange: (change: TicketChange, said: string) => void;
}

/** Whose it is: taken with one press, or given to a colleague of the ticket's library. */
export function OwnerChoice({ ticket, onChange }: OwnerChoiceProps) {
  const t = useText();
  const { id: ownId, displayName } = useSession();
  const { ownerId, ownerName } = ticket;
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MILLISECONDS);
  // What is chosen stands in the field and is not searched for.
  const people = useQuery(assigneesQuery(ticket.id, asked === ownerName ? '' : asked));
  const options = new Map(people.data?.items.map((one) => [one.accountId, one.displayName]));
  if (ownerId !== null) options.set(ownerId, ownerName ?? '');
  if (asked === '') options.set(ownId, displayName);

  const give = (to: string | null) => {
    if (to === ownerId) return;
    const said =
      to === null
        ? t('tickets.freed')
        : t('tickets.given', { name: options.get(to) ?? displayName });
    onChange({ ownerId: to }, said);
  };

  return (
    <>
      <Select
        label={t('tickets.owner')}
        placeholder={t('tickets.nobodys')}
        data={[...options].map(([value, label]) => ({ value, label }))}
        value={ownerId}
        onChange={give}
        searchable
        clearable
        onSearchChange={setTyped}
        filter={({ options: found }) => found}
        nothingFoundMessage={t('tickets.nobodyFound')}
        clearButtonProps={{ 'aria-label': t('tickets.free') }}
      />
      {ownerId !== ownId && (
        <Button variant="light" onClick={() => give(ownId)}>
          {t('tickets.take')}
        </Button>
      )}
    </>
  );
}
