import { Button, Group, Modal, Radio, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StaffChat } from '#protocol/chats.ts';
import { MESSAGE_CHARACTERS } from '#protocol/limits.ts';
import { listTransferTargets } from '#protocol/transfers.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { useChat } from '../use-chat.ts';
import { TargetList } from './target-list.tsx';
import { findTargets, mayChoose, type Target } from './targets.ts';
import styles from './transfer.module.css';
import { useTransfers } from './use-transfers.ts';

/** People come and go while one chooses. */
const REFRESH_MILLISECONDS = 5_000;

interface TransferDialogProps {
  /** Null: closed. */
  readonly chatId: string | null;
  readonly isOnline: boolean;
  readonly onClose: () => void;
  /** It waits elsewhere from now on. */
  readonly onPassedOn: (chatId: string) => void;
}

/** To whom a chat goes: a colleague, who is asked, or a queue or a co-op, where it waits. */
export function TransferDialog({ chatId, isOnline, onClose, onPassedOn }: TransferDialogProps) {
  const t = useText();
  return (
    <Modal
      opened={chatId !== null}
      onClose={onClose}
      title={t('transfer.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('desk.dialog.close') }}
    >
      {chatId !== null && (
        <TransferForm
          key={chatId}
          chatId={chatId}
          isOnline={isOnline}
          onClose={onClose}
          onPassedOn={onPassedOn}
        />
      )}
    </Modal>
  );
}

function TransferForm({
  chatId,
  isOnline,
  onClose,
  onPassedOn,
}: TransferDialogProps & { readonly chatId: string }) {
  const t = useText();
  const chat = useChat(chatId);
  const { send } = useTransfers();
  const [typed, setTyped] = useState('');
  const [value, setValue] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [isSending, setSending] = useState(false);
  const targets = useQuery({
    queryKey: ['transfer-targets', chatId],
    queryFn: ({ signal }) => call(listTransferTargets, { params: { chatId }, signal }),
    refetchInterval: REFRESH_MILLISECONDS,
  });
  const found = targets.data === undefined ? [] : findTargets(targets.data, typed);
  // What is chosen stays chosen while one types on, and not when it is gone or full.
  const chosen = found.find((target) => target.value === value && mayChoose(target));

  const submit = async (target: Target) => {
    setSending(true);
    const answered = await send(chatId, target, note);
    setSending(false);
    if (answered === null) return void targets.refetch();
    onClose();
    if (answered.state === 'waiting') onPassedOn(chatId);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) void submit(chosen);
      }}
    >
      <TextInput
        data-autofocus
        label={t('transfer.search')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <Radio.Group value={chosen?.value ?? null} onChange={setValue} label={t('transfer.to')}>
        <TargetList
          targets={found}
          libraryName={chat?.institutionName ?? ''}
          isLoading={targets.isPending}
          isFailed={targets.isError}
          isSearch={typed.trim() !== ''}
        />
      </Radio.Group>
      <Textarea
        label={t('transfer.note')}
        description={t('transfer.note.hint')}
        autosize
        minRows={2}
        maxRows={6}
        maxLength={MESSAGE_CHARACTERS}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <Text size="sm" c="dimmed">
        {t(chosen === undefined ? 'transfer.explain' : `transfer.explain.${chosen.kind}`)}
      </Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('transfer.cancel')}
        </Button>
        <Button type="submit" loading={isSending} disabled={chosen === undefined || !isOnline}>
          {t(chosen?.kind === 'person' ? 'transfer.ask' : 'transfer.passOn')}
        </Button>
      </Group>
    </form>
  );
}

/** The sender's chat, if it is one that may be passed on. */
export function mayPassOn(chat: StaffChat, accountId: string): boolean {
  return (
    chat.state === 'active' &&
    chat.ownerId === accountId &&
    !chat.isPractice &&
    chat.transfer === null
  );
}
