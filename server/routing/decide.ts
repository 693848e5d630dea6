/**
 * Where a waiting chat goes next. Pure: chain, presence and time come in, offers go out; called at
 * the opening, when a step's seconds are over, and when somebody comes or goes.
 */

export interface Step {
  readonly queueIds: readonly string[];
  /** Before the next step is alerted too. */
  readonly waitSeconds: number;
}

export interface WaitingChat {
  readonly chain: readonly Step[];
  readonly stepsAlerted: number;
  /** Null before the first step and after the last one. */
  readonly nextStepAt: Date | null;
  readonly formOfferAt: Date | null;
  readonly formOffered: boolean;
}

export interface Decision {
  /** Queues to offer the chat to now, beside those that have it. */
  readonly alert: readonly string[];
  readonly stepsAlerted: number;
  readonly nextStepAt: Date | null;
  /** The patron is offered the form; they may go on waiting. */
  readonly offerForm: boolean;
}

/**
 * A step with nobody online is passed at once, but offered the chat all the same: who comes a
 * moment later finds it. With nobody anywhere the form is offered at once.
 */
export function decide(
  chat: WaitingChat,
  isOnline: (queueId: string) => boolean,
  now: Date,
): Decision {
  const isStepOnline = (step: Step) => step.queueIds.some(isOnline);
  const has = new Set(chat.chain.slice(0, chat.stepsAlerted).flatMap(({ queueIds }) => queueIds));
  const alert = new Set<string>();
  let { stepsAlerted, nextStepAt } = chat;

  while (stepsAlerted < chat.chain.length) {
    const someoneHears = chat.chain.slice(0, stepsAlerted).some(isStepOnline);
    const due = nextStepAt === null || nextStepAt <= now;
    if (someoneHears && !due) break;

    const step = chat.chain[stepsAlerted];
    if (!step) break;
    for (const queueId of step.queueIds) if (!has.has(queueId)) alert.add(queueId);
    stepsAlerted += 1;
    nextStepAt = new Date(now.getTime() + (isStepOnline(step) ? step.waitSeconds * 1_000 : 0));
  }

  const exhausted = stepsAlerted >= chat.chain.length;
  const nobody = !chat.chain.some(isStepOnline);
  const unanswered = chat.formOfferAt !== null && chat.formOfferAt <= now;
  return {
    alert: [...alert],
    stepsAlerted,
    nextStepAt: exhausted ? null : nextStepAt,
    offerForm: !chat.formOffered && (nobody || unanswered),
  };
}

/** When the step after those alerted so far is due, for a chat that waits anew. */
export function restartStep(chain: readonly Step[], stepsAlerted: number, now: Date): Date | null {
  if (stepsAlerted >= chain.length) return null;
  const seconds = chain[stepsAlerted - 1]?.waitSeconds ?? 0;
  return new Date(now.getTime() + seconds * 1_000);
}
