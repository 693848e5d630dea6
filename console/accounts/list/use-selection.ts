import { useCallback, useRef, useState } from 'react';
import type { AccountRow } from '#protocol/account-administration.ts';
import { extend, isWhole, type Selection, selectedOf, toggleAll } from './selection.ts';

/** Ticked rows of a list that grows as one scrolls. Rows that the reader may do nothing with can't be ticked. */
export function useSelection(accounts: readonly AccountRow[]) {
  const [selection, setSelection] = useState<Selection>(new Set());
  const last = useRef<string | null>(null);
  const shown = useRef(accounts);
  shown.current = accounts;
  const selectable = accounts.filter(isSelectable);

  const tick = useCallback((account: AccountRow, reach: boolean) => {
    const from = reach ? last.current : null;
    last.current = account.id;
    setSelection((before) => extend(before, shown.current.filter(isSelectable), from, account.id));
  }, []);

  return {
    selected: selectedOf(selection, accounts),
    has: ({ id }: AccountRow) => selection.has(id),
    isWhole: isWhole(selection, selectable),
    tick,
    tickAll: () => setSelection((before) => toggleAll(before, selectable)),
    clear: useCallback(() => setSelection(new Set()), []),
  };
}

function isSelectable({ rights }: AccountRow): boolean {
  return rights.mayEdit || rights.mayDelete || rights.mayRestore;
}
