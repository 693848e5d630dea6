import { Drawer } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { matrixQuery } from '../assignments/index.ts';
import { useText } from '../platform/i18n/index.ts';
import { ListState } from '../shell/list-state.tsx';
import { MembersList } from './members-list.tsx';
import type { Thing, ThingKind } from './thing.ts';

interface MembersDrawerProps {
  readonly kind: ThingKind;
  readonly thing: Thing | null;
  readonly onClose: () => void;
}

/** Who is in a thing, and who else could be. */
export function MembersDrawer({ kind, thing, onClose }: MembersDrawerProps) {
  const t = useText();
  const people = useQuery({ ...matrixQuery, enabled: thing !== null });

  return (
    <Drawer
      opened={thing !== null}
      onClose={onClose}
      title={thing === null ? '' : t(kind.words.membersOf, { name: thing.name })}
      position="right"
    >
      {thing !== null && (
        <ListState query={people}>
          {({ operators }) => (
            <MembersList key={thing.id} kind={kind} thing={thing} people={operators} />
          )}
        </ListState>
      )}
    </Drawer>
  );
}
