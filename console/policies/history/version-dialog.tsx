import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useText } from '../../platform/i18n/index.ts';
import { ListState } from '../../shell/list-state.tsx';
import { versionQuery } from '../queries.ts';
import { PolicyWords } from '../read/policy-words.tsx';

interface VersionDialogProps {
  readonly institutionId: string;
  readonly version: number;
  /** Null for the one that is shown now. */
  readonly onRestore: (() => void) | null;
  readonly onClose: () => void;
}

/** An earlier text, as it was. */
export function VersionDialog(props: VersionDialogProps) {
  const { institutionId, version, onRestore, onClose } = props;
  const t = useText();
  const saved = useQuery(versionQuery(institutionId, version));

  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('policies.history.version', { version })}
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      <ListState query={saved}>
        {(content) => <PolicyWords content={content} level={3} onInsert={null} />}
      </ListState>
      {onRestore && (
        <Group justify="flex-end" mt="lg">
          <Button onClick={onRestore}>{t('policies.history.restore', { version })}</Button>
        </Group>
      )}
    </Modal>
  );
}
