import { Alert, Button, Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useText } from '../platform/i18n/index.ts';
import { useFocusReturn } from './use-focus-return.ts';

interface YesNoQuestionProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly isPending: boolean;
  /** Why the answer Yes came to nothing; null while it has not. */
  readonly trouble: string | null;
  readonly onYes: () => void;
  readonly onNo: () => void;
}

/**
 * Asked before something that somebody would miss. Begins at No, so that a hasty Enter does nothing.
 * Without a heading bar of its own, since it may stand before a drawer, which has one.
 */
export function YesNoQuestion(props: YesNoQuestionProps) {
  const t = useText();
  const { title, children, isPending, trouble, onYes, onNo } = props;
  useFocusReturn();

  return (
    <Modal.Root opened onClose={onNo} centered>
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body pt="md">
          <Modal.Title mb="xs">{title}</Modal.Title>
          {children}
          <div role="alert">
            {trouble !== null && (
              <Alert color="late" mt="md">
                {trouble}
              </Alert>
            )}
          </div>
          <Group justify="flex-end" mt="lg">
            <Button color="late" loading={isPending} onClick={onYes}>
              {t('accounts.yes')}
            </Button>
            <Button variant="default" data-autofocus onClick={onNo}>
              {t('accounts.no')}
            </Button>
          </Group>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}
