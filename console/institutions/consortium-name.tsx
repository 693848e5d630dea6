import { ActionIcon, Group, Modal, Text } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { renameConsortium } from '#protocol/setup.ts';
import { NameForm } from '../coops/index.ts';
import { call } from '../platform/api/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { notify } from '../platform/notify/index.ts';
import { consortiumQuery } from '../session/consortium-query.ts';

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
        <RenameForm name={data.name} onClose={() => setOpen(false)} />
      </Modal>
    </Group>
  );
}

function RenameForm({ name, onClose }: { readonly name: string; readonly onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const saving = useMutation({
    mutationFn: (wanted: string) => call(renameConsortium, { body: { name: wanted } }),
    onSuccess: (renamed) => {
      queryClient.setQueryData(consortiumQuery.queryKey, renamed);
      notify(t('libraries.consortium.renamed', { name: renamed.name }));
      onClose();
    },
  });

  return (
    <NameForm
      name={name}
      label={t('libraries.consortium.name')}
      hint={t('libraries.consortium.hint')}
      submit={t('libraries.consortium.save')}
      saving={saving}
      onSave={saving.mutate}
      onCancel={onClose}
    />
  );
}
