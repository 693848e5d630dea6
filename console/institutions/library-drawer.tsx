import { Drawer } from '@mantine/core';
import type { Institution } from '#protocol/institutions.ts';
import { useText } from '../platform/i18n/index.ts';
import { LibraryForm } from './library-form.tsx';
import { useChangeLibrary, useCreateLibrary } from './use-save-library.ts';

interface LibraryDrawerProps {
  readonly library: Institution | null;
  readonly isNew: boolean;
  readonly onClose: () => void;
}

export function LibraryDrawer({ library, isNew, onClose }: LibraryDrawerProps) {
  const t = useText();

  return (
    <Drawer
      opened={isNew || library !== null}
      onClose={onClose}
      title={library ? t('libraries.edit.of', { name: library.name }) : t('libraries.new')}
      position="right"
      closeButtonProps={{ 'aria-label': t('shell.close') }}
    >
      {isNew && <NewLibrary onClose={onClose} />}
      {library && <ExistingLibrary library={library} onClose={onClose} />}
    </Drawer>
  );
}

function NewLibrary({ onClose }: { onClose: () => void }) {
  const creating = useCreateLibrary();

  return (
    <LibraryForm
      library={null}
      saving={creating}
      onSave={(draft) => creating.mutate(draft, { onSuccess: onClose })}
      onCancel={onClose}
    />
  );
}

function ExistingLibrary({ library, onClose }: { library: Institution; onClose: () => void }) {
  const t = useText();
  const changing = useChangeLibrary(library, t('libraries.saved', { name: library.name }));

  return (
    <LibraryForm
      library={library}
      saving={changing}
      onSave={({ name, timeZone, languages, operatorsSee }) =>
        changing.mutate(
          { name, timeZone, languages: [...languages], operatorsSee },
          { onSuccess: onClose },
        )
      }
      onCancel={onClose}
    />
  );
}
