import { SearchDialog } from '../../policies/index.ts';
import { useInsert } from './use-insert.ts';

interface PolicySearchProps {
  /** The chat at hand, if there is one. */
  readonly chatId: string | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** The search over all policy pages, by which snippets come into the chat at hand. */
export function PolicySearch({ chatId, isOpen, onClose }: PolicySearchProps) {
  const insert = useInsert(chatId);
  const insertAndClose = (text: string) => {
    insert?.(text);
    onClose();
  };
  return <SearchDialog isOpen={isOpen} onClose={onClose} onInsert={insert && insertAndClose} />;
}
