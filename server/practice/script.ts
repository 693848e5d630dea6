import type { TextKey } from '../platform/texts.ts';

/** What a patron listens for in an operator's words. */
export type Cue = 'question' | 'link' | 'number' | 'understanding';

/** One thing that the patron says, and where the operator's answer leads. */
export interface Turn {
  readonly says: TextKey;
  /** A note for the operator beside it. */
  readonly hint?: TextKey;
  /** The first whose cue is heard leads on; without a cue, anything does. Empty: the patron is content. */
  readonly leads: readonly { readonly hears?: Cue; readonly to: string }[];
}

export interface Script {
  /** The patron's name. */
  readonly patron: TextKey;
  /** By name; the first is said at the opening. */
  readonly turns: Readonly<Record<string, Turn>> & { readonly opening: Turn };
}

/** Rough on purpose, and for all languages of the desk at once: whatever is not heard leads on as well. */
const CUES: Readonly<Record<Cue, RegExp>> = {
  question: /\?/,
  link: /https?:\/\/|www\./i,
  number: /\d/,
  understanding:
    /sorry|apolog|understand|désol|excus|compren|siento|lamento|disculp|perdón|entiend/i,
};

/** Where what the operator said leads; undefined at the end of the script. */
export function leadOn(script: Script, turn: Turn, said: readonly string[]): Turn | undefined {
  const branch = turn.leads.find(
    ({ hears }) => hears === undefined || said.some((text) => CUES[hears].test(text)),
  );
  return branch && script.turns[branch.to];
}
