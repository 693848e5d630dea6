import { ActionIcon, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { personName } from '#protocol/schemas.ts';
import { renameConsortium } from '#protocol/setup.ts';
import { call } from '../platform/api/index.ts';
import { FormActs } from '../platform/fields/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify, sentenceFor } from '../platform/notify/index.ts';
import { useFaultFocus } from '../platform/use-fault-focus.ts';
import { consortiumQuery } from '../session/consortium-query.ts';
import { Refusal } from '../session/refusal.tsx';

/** What the libraries are called together, as the set-up asked and the sign-in page says. */
export function ConsortiumName() {
  const t = useText();
  const { data } = useQuery(consortiumQuery);
  const [isOpen, setOpen] = useState(false);
  if (!data?.name) return null;

  return (
    <Group gap={6} mb="md" wrap="nowrap">
      <Text c="dimmed">{t('libraries.consortium')}</Text>
      <Text fw={600}>{data.name}</Text>
      <ActionIcon
        variant="subtle"
        aria-label={t('libraries.consortium.rename')}
        title={t('libraries.consortium.rename')}
        onClick={() => setOpen(true)}
      >
        <IconPencil aria-hidden size={17} stroke={1.6} />
      </ActionIcon>
      <Modal
        opened={isOpen}
        onClose={() => setOpen(false)}
        title={t('libraries.consortium.rename')}
        closeButtonProps={{ 'aria-label': t('shell.close') }}
      >
        <NameForm name={data.name} onClose={() => setOpen(false)} />
      </Modal>
    </Group>
  );
}

function NameForm({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(name);
  const [fault, setFault] = useState<object | null>(null);
  const form = useFaultFocus(fault);
  const saving = useMutation({
    mutationFn: (wanted: string) => call(renameConsortium, { body: { name: wanted } }),
    onSuccess: (renamed) => {
      queryClient.setQueryData(consortiumQuery.queryKey, renamed);
      notify(t('libraries.consortium.renamed', { name: renamed.name }));
      onClose();
    },
  });

  return (
    <form
      ref={form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const entered = personName.safeParse(typed);
        setFault(entered.success ? null : {});
        if (entered.success) saving.mutate(entered.data);
      }}
    >
      <Stack gap="lg">
        <TextInput
          label={t('libraries.consortium.name')}
          description={t('libraries.consortium.hint')}
          data-autofocus
          required
          maxLength={100}
          value={typed}
          error={fault && t('libraries.need.name')}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Refusal text={saving.error ? sentenceFor(t, saving.error) : null} />
        <FormActs
          submit={t('libraries.consortium.save')}
          isBusy={saving.isPending}
          onCancel={onClose}
        />
      </Stack>
    </form>
  );
}
