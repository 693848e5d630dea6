import { ActionIcon, Alert, Anchor, Button, Menu, NativeSelect } from '@mantine/core';
import { IconArrowMerge, IconDots, IconMailX, IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { type Ticket, ticketState } from '#protocol/tickets.ts';
import { useText } from '../platform/i18n/index.ts';
import { AddressForm } from './address-form.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { OwnerChoice } from './owner-choice.tsx';
import styles from './ticket-head.module.css';
import { useAsker } from './use-asker.ts';
import { useTicketActs } from './use-ticket-acts.ts';

interface TicketHeadProps {
  readonly ticket: Ticket;
  readonly onOpen: (ticketId: string) => void;
}

/** Who asks at which library, whose it is, how far it is. */
export function TicketHead({ ticket, onOpen }: TicketHeadProps) {
  const t = useText();
  const who = useAsker(ticket);
  const acts = useTicketActs(ticket);
  const [isMerging, setMerging] = useState(false);
  const [isAddressing, setAddressing] = useState(false);
  const { number, institutionName, email, state, mergedInto, hasBounced } = ticket;

  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <h2 className={styles.name}>{who}</h2>
        <span className={styles.number}>#{number}</span>
        <span className={styles.library}>{institutionName}</span>
        <Menu position="bottom-end" width={230} withinPortal={false}>
          <Menu.Target>
            <ActionIcon variant="subtle" size={34} aria-label={t('tickets.menu', { name: who })}>
              <IconDots size={19} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPencil aria-hidden size={17} stroke={1.6} />}
              disabled={mergedInto !== null}
              onClick={() => setAddressing(true)}
            >
              {t('tickets.address.change')}
            </Menu.Item>
            <Menu.Item
              leftSection={<IconArrowMerge aria-hidden size={17} stroke={1.6} />}
              disabled={mergedInto !== null}
              onClick={() => setMerging(true)}
            >
              {t('tickets.merge')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </div>
      {email !== null && email !== who && <p className={styles.email}>{email}</p>}
      {mergedInto !== null && (
        <Alert color="accent" className={styles.notice}>
          {t('tickets.goesOn')}{' '}
          <Anchor component="button" type="button" onClick={() => onOpen(mergedInto.id)}>
            #{mergedInto.number}
          </Anchor>{' '}
          <Button variant="subtle" size="compact-sm" loading={acts.isBusy} onClick={acts.unmerge}>
            {t('tickets.unmerge')}
          </Button>
        </Alert>
      )}
      {hasBounced && (
        <Alert
          color="late"
          className={styles.notice}
          icon={<IconMailX aria-hidden size={18} stroke={1.6} />}
        >
          {t('tickets.bounced.text')}
        </Alert>
      )}
      {(isAddressing || (email === null && mergedInto === null)) && (
        <AddressForm
          ticket={ticket}
          onType={() => setAddressing(true)}
          onSave={(to) => {
            acts.change({ email: to }, t('tickets.address.saved'));
            setAddressing(false);
          }}
          onCancel={isAddressing ? () => setAddressing(false) : null}
        />
      )}
      {mergedInto === null && (
        <div className={styles.controls}>
          <NativeSelect
            label={t('tickets.state')}
            data={[...ticketState.values].map((value) => ({
              value,
              label: t(`tickets.is.${value}`),
            }))}
            value={state}
            onChange={({ currentTarget }) => {
              const to = ticketState.safeParse(currentTarget.value);
              if (to.success)
                acts.change(
                  { state: to.data },
                  t('tickets.moved', { state: t(`tickets.is.${to.data}`) }),
                );
            }}
          />
          <OwnerChoice ticket={ticket} onChange={acts.change} />
        </div>
      )}
      {isMerging && (
        <MergeDialog
          ticket={ticket}
          onMerge={(into) => acts.merge(into, () => setMerging(false))}
          onClose={() => setMerging(false)}
        />
      )}
    </header>
  );
}
