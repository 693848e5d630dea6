import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { emailAddress } from '#protocol/schemas.ts';
import type { Ticket } from '#protocol/tickets.ts';
import { useText } from '../platform/i18n/index.ts';
import styles from './ticket-head.module.css';

interface AddressFormProps {
  readonly ticket: Ticket;
  /** Somebody types: a colleague’s change of the ticket does not take it away. */
  readonly onType: () => void;
  readonly onSave: (email: string) => void;
  /** Null where there is nothing to go back to: no address is known. */
  readonly onCancel: (() => void) | null;
}

/** Where answers go. Without an address there can be none, and the form says so. */
export function AddressForm({ ticket, onType, onSave, onCancel }: AddressFormProps) {
  const t = useText();
  const [typed, setTyped] = useState(ticket.email ?? '');
  const [isWrong, setWrong] = useState(false);

  return (
    <form
      className={styles.address}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const email = emailAddress.safeParse(typed.trim());
        setWrong(!email.success);
        if (email.success) onSave(email.data);
      }}
    >
      <TextInput
        className={styles.field ?? ''}
        type="email"
        label={t('tickets.address')}
        description={ticket.email === null ? t('tickets.address.none') : undefined}
        error={isWrong && t('tickets.address.wrong')}
        autoComplete="off"
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          onType();
        }}
      />
      <Button type="submit" variant="light">
        {t('tickets.address.save')}
      </Button>
      {onCancel && (
        <Button variant="default" onClick={onCancel}>
          {t('tickets.cancel')}
        </Button>
      )}
    </form>
  );
}
