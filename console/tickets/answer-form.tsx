import { Alert, Button, NativeSelect, Textarea } from '@mantine/core';
import { IconMail, IconNote } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { MESSAGE_CHARACTERS } from '#protocol/limits.ts';
import { addTicketNote, replyToTicket, type Ticket, type TicketEntry } from '#protocol/tickets.ts';
import { keepDraft, readDraft } from '../desk/pane/drafts.ts';
import { call, isProblem } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, useTrouble } from '../platform/notify/index.ts';
import styles from './answer-form.module.css';
import { ticketQuery } from './queries.ts';
import { useAnswerKeys } from './use-answer-keys.ts';
import { useMeanwhile } from './use-meanwhile.ts';
import { useNames } from './use-names.ts';
import { useStayInView } from './use-stay-in-view.ts';
import { useTakeTicket } from './use-ticket-acts.ts';
import { useWritingSignal } from './use-writing-signal.ts';
import { WritersNotice } from './writers-notice.tsx';

/** The ticket's state after an answer. */
const AFTERWARDS = ['pending', 'closed', 'open'] as const;
type Afterwards = (typeof AFTERWARDS)[number];

interface AnswerFormProps {
  readonly ticket: Ticket;
  readonly entries: readonly TicketEntry[];
}

/** Where one answers the patron by mail, or writes a note for the staff. What is half written is kept. */
export function AnswerForm({ ticket, entries }: AnswerFormProps) {
  const t = useText();
  const names = useNames();
  const draft = `ticket.${ticket.id}`;
  const [text, setText] = useState(() => readDraft(draft));
  const [isNote, setNote] = useState(false);
  const [state, setState] = useState<Afterwards>('pending');
  // The same for the same words: a second try after a lost answer is no second mail.
  const clientId = useRef(crypto.randomUUID());
  const queryClient = useQueryClient();
  const { take, lookAgain } = useTakeTicket();
  const tellTrouble = useTrouble();
  const canReply = ticket.email !== null;
  const field = useRef<HTMLTextAreaElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useStayInView(form, entries.length);
  const meanwhile = useMeanwhile(ticket, entries, text !== '');
  const tellWriting = useWritingSignal(ticket.id);
  const choose = (note: boolean) => {
    setNote(note);
    if (note) tellWriting(false);
  };
  useAnswerKeys((note) => {
    choose(note);
    field.current?.focus();
  });

  const write = (written: string) => {
    clientId.current = crypto.randomUUID();
    if (text === '') meanwhile.read(ticket.lastSeq);
    tellWriting(written.trim() !== '' && !isNote);
    setText(written);
    keepDraft(draft, written);
  };

  const sending = useMutation({
    mutationFn: () => {
      const params = { ticketId: ticket.id };
      const said = { clientId: clientId.current, text: text.trimEnd() };
      if (isNote) return call(addTicketNote, { params, body: said });
      return call(replyToTicket, { params, body: { ...said, after: meanwhile.readUpTo, state } });
    },
    onSuccess: (changed) => {
      notify(t(isNote ? 'tickets.noted' : 'tickets.answered'));
      write('');
      setNote(false);
      return take(changed);
    },
    onError: async (error) => {
      if (!isProblem(error, 'conflict')) {
        tellTrouble(error);
        return lookAgain();
      }
      notify(t('tickets.conflict'));
      await lookAgain();
      // Told of it now: whoever sends again has decided.
      const latest = queryClient.getQueryData(ticketQuery(ticket.id).queryKey);
      meanwhile.read(latest?.lastSeq ?? ticket.lastSeq);
    },
  });
  const isReady = text.trim() !== '' && (isNote || canReply) && !sending.isPending;
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isReady) sending.mutate();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey))
      event.currentTarget.form?.requestSubmit();
    // Back to where letters are keys: J reads the next one.
    if (event.key === 'Escape') event.currentTarget.closest('section')?.focus();
  };

  return (
    <form ref={form} className={styles.form} data-note={isNote || undefined} onSubmit={send}>
      {!isNote && meanwhile.names.length > 0 && (
        <Alert color="wait" className={styles.meanwhile} role="alert">
          {t('tickets.meanwhile', { names: names(meanwhile.names) })}{' '}
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              meanwhile.read(ticket.lastSeq);
              field.current?.focus();
            }}
          >
            {t('tickets.meanwhile.read')}
          </Button>
        </Alert>
      )}
      <Textarea
        ref={field}
        label={isNote ? t('tickets.note.write') : t('tickets.answer')}
        description={
          !isNote && !canReply ? t('tickets.answer.noAddress') : t('tickets.answer.keys')
        }
        autosize
        minRows={4}
        maxRows={16}
        maxLength={MESSAGE_CHARACTERS}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      {!isNote && <WritersNotice ticketId={ticket.id} isSaid />}
      <div className={styles.acts}>
        <Button
          variant={isNote ? 'filled' : 'subtle'}
          color={isNote ? 'wait' : 'accent'}
          leftSection={<IconNote aria-hidden size={17} stroke={1.6} />}
          aria-pressed={isNote}
          onClick={() => choose(!isNote)}
        >
          {t('tickets.note')}
        </Button>
        {!isNote && (
          <NativeSelect
            aria-label={t('tickets.afterwards')}
            data={AFTERWARDS.map((value) => ({ value, label: t(`tickets.afterwards.${value}`) }))}
            value={state}
            onChange={({ currentTarget }) =>
              setState(AFTERWARDS.find((value) => value === currentTarget.value) ?? 'pending')
            }
          />
        )}
        <Button
          type="submit"
          disabled={!isReady}
          loading={sending.isPending}
          leftSection={isNote ? undefined : <IconMail aria-hidden size={18} stroke={1.6} />}
        >
          {isNote ? t('tickets.note.add') : t('tickets.send')}
        </Button>
      </div>
    </form>
  );
}
