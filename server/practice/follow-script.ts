import type { StoredEvent } from '../platform/events/bus.ts';
import type { TextKey } from '../platform/texts.ts';
import { leadOn, type Script, type Turn } from './script.ts';

/**
 * Where a practice stands, and what its patron does next. Pure, and made of nothing but the chat's
 * events and the time: whatever process looks, after whatever restart, comes to the same.
 */

export type Act =
  | { readonly what: 'type' }
  | { readonly what: 'say'; readonly turn: Turn }
  | { readonly what: 'hint'; readonly hint: TextKey };

/** What of an event counts here. */
export type Heard = Pick<StoredEvent, 'kind' | 'actorKind' | 'text' | 'at'>;

const SECOND = 1_000;
/** Reading what the operator wrote; again from the start with each further message. */
const READS_MS = 2 * SECOND;
/** Typing: as long as the text takes a person who is quick at it, within bounds. */
const TYPES_MS = { aCharacter: 60, least: 2 * SECOND, most: 7 * SECOND } as const;
/** After the claim, so that the operator sees the question before the note about it. */
const HINT_AFTER_CLAIM_MS = SECOND;
/** Without a word from the operator, a note says that a patron would wonder by now. */
const WONDERS_AFTER_MS = 60 * SECOND;

interface Standing {
  readonly turn: Turn;
  /** What the operator said since. */
  readonly said: readonly string[];
  /** Of the last thing said by either, or of the claim. */
  readonly since: Date;
  readonly isClaimed: boolean;
  /** Notes of Carrel's about this turn. */
  readonly hints: number;
}

/** Undefined while there is nothing to do. `lengthOf`: characters of a text in the chat's language. */
export function nextAct(
  script: Script,
  events: readonly Heard[],
  lengthOf: (key: TextKey) => number,
  now: Date,
): Act | undefined {
  const { turn, said, since, isClaimed, hints } = replay(script, events);
  if (!isClaimed) return undefined;
  const passed = now.getTime() - since.getTime();

  const isFirst = turn === script.turns.opening;
  if (isFirst && hints === 0 && said.length === 0 && turn.hint !== undefined)
    return passed >= HINT_AFTER_CLAIM_MS ? { what: 'hint', hint: turn.hint } : undefined;

  const next = leadOn(script, turn, said);
  if (!next) return undefined;
  if (said.length === 0) {
    const isTold = hints > (turn.hint === undefined ? 0 : 1);
    return isTold || passed < WONDERS_AFTER_MS
      ? undefined
      : { what: 'hint', hint: 'practice.hint.wonders' };
  }
  const types = Math.min(
    Math.max(lengthOf(next.says) * TYPES_MS.aCharacter, TYPES_MS.least),
    TYPES_MS.most,
  );
  if (passed < READS_MS) return undefined;
  return passed < READS_MS + types ? { what: 'type' } : { what: 'say', turn: next };
}

/** Each of the patron's words after the first was the answer to all that the operator had said before it. */
function replay(script: Script, events: readonly Heard[]): Standing {
  const [opened] = events;
  if (!opened) throw new Error('A practice begins with its opening');
  let standing: Standing = {
    turn: script.turns.opening,
    said: [],
    since: opened.at,
    isClaimed: false,
    hints: 0,
  };
  let hasAsked = false;
  for (const { kind, actorKind, text, at } of events) {
    const { turn, said, hints } = standing;
    if (kind === 'claimed') standing = { ...standing, isClaimed: true, since: at };
    if (kind === 'returned') standing = { ...standing, isClaimed: false };
    if (kind === 'note' && actorKind === 'c' && standing.isClaimed)
      standing = { ...standing, hints: hints + 1 };
    if (kind !== 'message' || text === null) continue;
    if (actorKind === 's') standing = { ...standing, said: [...said, text], since: at };
    else if (!hasAsked) hasAsked = true;
    else {
      const next = leadOn(script, turn, said) ?? turn;
      standing = { ...standing, turn: next, said: [], since: at, hints: 0 };
    }
  }
  return standing;
}
