import { MAIN_KEY } from './main-key.ts';

/** What the keyboard can ask of the desk. */
export type DeskAct =
  | 'claim'
  | 'next'
  | 'previous'
  | 'policies'
  | 'transfer'
  | 'close'
  | 'note'
  | 'write'
  | 'help';

/** One row of the list that people read: its keys as they are pressed. */
export interface Shortcut {
  readonly act: DeskAct;
  readonly keys: readonly string[];
  /** A single key: only outside of text, and it can be switched off (WCAG 2.1.4). */
  readonly single: boolean;
}

/**
 * With Alt, arrows and Enter alone: letters with Alt type characters on a Mac and open menus on
 * Windows, and Ctrl with Alt is AltGr there and VoiceOver's on a Mac. But K with Ctrl or ⌘ searches nearly
 * everywhere, so it does here.
 */
export const SHORTCUTS: readonly Shortcut[] = [
  { act: 'claim', keys: ['Alt', 'Enter'], single: false },
  { act: 'next', keys: ['Alt', '↓'], single: false },
  { act: 'previous', keys: ['Alt', '↑'], single: false },
  { act: 'policies', keys: [MAIN_KEY, 'K'], single: false },
  { act: 'write', keys: ['R'], single: true },
  { act: 'note', keys: ['N'], single: true },
  { act: 'transfer', keys: ['T'], single: true },
  { act: 'close', keys: ['X'], single: true },
  { act: 'help', keys: ['?'], single: true },
];

const WITH_ALT: Readonly<Record<string, DeskAct>> = {
  Enter: 'claim',
  ArrowDown: 'next',
  ArrowUp: 'previous',
};
const SINGLE: Readonly<Record<string, DeskAct>> = {
  r: 'write',
  n: 'note',
  t: 'transfer',
  x: 'close',
  '?': 'help',
};

interface Press {
  readonly key: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  /** The focus is where characters are typed, or in a menu or dialog that has keys of its own. */
  readonly isElsewhere: boolean;
  readonly singleKeysOn: boolean;
  readonly isMac: boolean;
}

export function actOf(press: Press): DeskAct | null {
  const withMain = press.isMac ? press.metaKey && !press.ctrlKey : press.ctrlKey && !press.metaKey;
  if (withMain && !press.altKey && press.key.toLowerCase() === 'k') return 'policies';
  if (press.ctrlKey || press.metaKey) return null;
  if (press.altKey) return WITH_ALT[press.key] ?? null;
  if (press.isElsewhere || !press.singleKeysOn) return null;
  return SINGLE[press.key] ?? null;
}
