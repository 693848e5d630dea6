import { Drawer } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Coop, changeCoop } from '#protocol/coops.ts';
import { call } from '../../platform/api/index.ts';
import { useText } from '../../platform/i18n/index.ts';
import { notify } from '../../platform/notify/index.ts';
import { NameForm } from '../name-form.tsx';
import { useRefreshCoops } from '../use-refresh-coops.ts';

interface RenameCoopProps {
  readonly coop: Coop | null;
  readonly onClose: () => void;
}

export function RenameCoop({ coop, onClose }: RenameCoopProps) {
  const t = useText();

  return (
    <Drawer
      opened={coop !== null}
      onClose={onClose}
      title={coop === null ? '' : t('coops.rename.of', { name: coop.name })}
      position="right"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {coop !== null && <RenameForm coop={coop} onClose={onClose} />}
    </Drawer>
  );
}

function RenameForm({ coop, onClose }: { coop: Coop; onClose: () => void }) {
  const t = useText();
  const onSettled = useRefreshCoops();
  const renaming = useMutation({
    mutationFn: (name: string) => call(changeCoop, { params: { coopId: coop.id }, body: { name } }),
    onSuccess: ({ name }) => {
      notify(t('coops.renamed', { name }));
      onClose();
    },
    onSettled,
  });

  return (
    <NameForm
      name={coop.name}
      label={t('coops.name')}
      hint={t('coops.name.hint')}
      submit={t('coops.edit.save')}
      saving={renaming}
      onSave={renaming.mutate}
      onCancel={onClose}
    />
  );
}
