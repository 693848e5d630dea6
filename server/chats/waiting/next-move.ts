import { sql as fragment } from 'kysely';
import type { Queries, ResolvedChainStep, StoredChainStep } from '../../platform/database/index.ts';
import {
  chainOf,
  type Decision,
  decide,
  type Network,
  type Step,
  stepsReached,
} from '../../routing/index.ts';

/** What decides where a waiting chat goes next. */
export interface WaitingRow {
  readonly id: string;
  readonly institutionId: string;
  /** Its widget's, as it is now. */
  readonly widgetChain: readonly StoredChainStep[];
  readonly route: readonly StoredChainStep[] | null;
  /** As it was followed so far. */
  readonly chain: readonly ResolvedChainStep[];
  readonly offeredTo: readonly string[];
  readonly stepsAlerted: number;
  readonly nextStepAt: Date | null;
  readonly formOfferAt: Date | null;
  readonly formOffered: boolean;
}

export interface NextMove {
  readonly chain: ResolvedChainStep[];
  readonly decision: Decision;
  /** Something is to be written down. */
  readonly isMove: boolean;
}

export function waitingRows(sql: Queries) {
  return sql
    .selectFrom('chats')
    .innerJoin('widgets', 'widgets.id', 'chats.widgetId')
    .where('chats.state', '=', 'waiting')
    .select([
      'chats.id',
      'chats.institutionId',
      'widgets.chain as widgetChain',
      'chats.route',
      'chats.chain',
      'chats.stepsAlerted',
      'chats.nextStepAt',
      'chats.formOfferAt',
      'chats.formOffered',
    ])
    .select(
      fragment<string[]>`array(
        select queue_id from offers where chat_id = chats.id and withdrawn_at is null
      )`.as('offeredTo'),
    );
}

/** Follows the chain as it is now, from where the chat has come on it. */
export function nextMove(network: Network, row: WaitingRow): NextMove {
  const { institutionId, widgetChain, route } = row;
  const steps = chainOf(network, { institutionId, chain: widgetChain, route });
  const chain = withoutCoverage(steps);
  const offeredTo = new Set(row.offeredTo);
  const isSame = isSameChain(row.chain, chain);
  const stepsAlerted = isSame ? row.stepsAlerted : stepsReached(steps, offeredTo);
  const decision = decide({ ...row, chain: steps, offeredTo, stepsAlerted }, network);
  const isMove =
    !isSame ||
    decision.stepsAlerted !== row.stepsAlerted ||
    decision.nextStepAt?.getTime() !== row.nextStepAt?.getTime() ||
    decision.alert.length > 0 ||
    decision.withdraw.length > 0 ||
    decision.offerForm;
  return { chain, decision, isMove };
}

/** Coverage is asked anew at every look, and not kept with the chat. */
export function withoutCoverage(steps: readonly Step[]): ResolvedChainStep[] {
  return steps.map(({ queueIds, waitSeconds }) => ({ queueIds, waitSeconds }));
}

function isSameChain(
  one: readonly ResolvedChainStep[],
  other: readonly ResolvedChainStep[],
): boolean {
  const told = (chain: readonly ResolvedChainStep[]) =>
    JSON.stringify(chain.map(({ queueIds, waitSeconds }) => [[...queueIds].sort(), waitSeconds]));
  return told(one) === told(other);
}
