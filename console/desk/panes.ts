/** Which chats stand side by side, in order, and which of them has the operator's attention. */
export interface Panes {
  readonly open: readonly string[];
  readonly active: string | null;
  /** One's own chats as last seen, so that a new one is told from one that was put aside. */
  readonly known: readonly string[];
}

export const NO_PANES: Panes = { open: [], active: null, known: [] };

/** Opens at the end, or goes to where it stands already. */
export function showPane(panes: Panes, chatId: string): Panes {
  const open = panes.open.includes(chatId) ? panes.open : [...panes.open, chatId];
  return { ...panes, open, active: chatId };
}

export function leavePane(panes: Panes): Panes {
  return panes.active === null ? panes : { ...panes, active: null };
}

/** Puts a pane aside; its neighbour takes over if it had the attention. */
export function hidePane(panes: Panes, chatId: string): Panes {
  const position = panes.open.indexOf(chatId);
  if (position === -1) return panes;
  const open = panes.open.filter((id) => id !== chatId);
  const neighbour = open[position] ?? open[position - 1] ?? null;
  return { ...panes, open, active: panes.active === chatId ? neighbour : panes.active };
}

/** The pane so many places further on, in a circle. */
export function neighbourOf(panes: Panes, step: 1 | -1): string | null {
  const { open, active } = panes;
  if (open.length === 0) return null;
  const position = active === null ? -1 : open.indexOf(active);
  if (position === -1) return (step === 1 ? open[0] : open.at(-1)) ?? null;
  return open[(position + step + open.length) % open.length] ?? null;
}

/** A chat that became one's own opens by itself; one that ended stays until it is put away. */
export function meetOwnChats(panes: Panes, own: readonly string[]): Panes {
  const fresh = own.filter((id) => !panes.known.includes(id));
  const same = fresh.length === 0 && own.length === panes.known.length;
  if (same) return panes;
  const unopened = fresh.filter((id) => !panes.open.includes(id));
  return { ...panes, known: own, open: [...panes.open, ...unopened] };
}

/** After a reload: what was open and is still one's own. */
export function restorePanes(stored: Panes, own: readonly string[]): Panes {
  const open = stored.open.filter((id) => own.includes(id));
  const active = stored.active !== null && open.includes(stored.active) ? stored.active : null;
  return meetOwnChats({ ...stored, open, active }, own);
}
