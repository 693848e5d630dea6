import { type Contender, startBare, startCarrel, startEjabberd } from '../contenders.ts';
import { countStored } from '../count-stored.ts';
import { median } from '../figures.ts';
import type { Round } from '../load/talk.ts';
import { installEjabberd } from '../peers/install-ejabberd.ts';
import { RECORDED } from '../peers/recorded.ts';
import type { Finding, Plan, Row } from '../row.ts';

const BUDGET_PER_SECOND = 15_000;
const TIMES_EJABBERD = 4;
const SHARE_OF_BARE = 0.6;
const WARM_UP_SECONDS = 3;

/** 100 clients who answer each other at once: what can be stored and delivered at most. */
export const throughput: Row = {
  name: 'throughput',
  async measure(plan) {
    const rounds = plan.quick ? 3 : 7;
    const seconds = plan.quick ? 2 : 4;
    plan.say(`throughput: ${rounds} rounds of ${seconds} s for Carrel and each of its peers`);
    const carrel = await startCarrel();
    const bare = await startBare();
    const ejabberd = await startEjabberdIf(plan);
    const warmUp = { seconds: WARM_UP_SECONDS, perSecond: null };
    const first = await carrel.round(warmUp);
    await bare.round(warmUp);
    await ejabberd?.round(warmUp);

    const took: Record<'carrel' | 'bare' | 'ejabberd', Round[]> = {
      carrel: [],
      bare: [],
      ejabberd: [],
    };
    for (let n = 0; n < rounds; n++) {
      // Side by side in time, so that a busy moment of the machine hits all.
      took.carrel.push(await carrel.round({ seconds, perSecond: null }));
      took.bare.push(await bare.round({ seconds, perSecond: null }));
      if (ejabberd) took.ejabberd.push(await ejabberd.round({ seconds, perSecond: null }));
    }
    for (const contender of [carrel, bare, ejabberd]) await contender?.stop();
    const stored = await countStored(carrel.folder);
    return [
      ...compare(took.carrel, took.bare),
      compareWithEjabberd(took.carrel, took.ejabberd),
      account([first, ...took.carrel], stored),
    ];
  },
};

async function startEjabberdIf({ peers, say }: Plan): Promise<Contender | undefined> {
  if (!peers) return undefined;
  if (installEjabberd()) return startEjabberd();
  say('ejabberd is not here, and can be installed by root on Debian alone: its record is shown');
  return undefined;
}

function compare(carrel: readonly Round[], bare: readonly Round[]): Finding[] {
  const typical = median(carrel.map(speed));
  const share = median(carrel.map((round, n) => speed(round) / speed(bare[n] as Round)));
  return [
    {
      what: 'messages stored and delivered per second, 100 clients',
      budget: `>= ${written(BUDGET_PER_SECOND)}`,
      measured: `${written(typical)} (p99 ${median(carrel.map(({ p99 }) => p99)).toFixed(1)} ms)`,
      isMet: typical >= BUDGET_PER_SECOND,
      figures: { rounds: carrel },
    },
    {
      what: 'the same as a share of the bare reference, round by round',
      budget: `>= ${SHARE_OF_BARE}`,
      measured: `${share.toFixed(2)} (bare: ${written(median(bare.map(speed)))})`,
      isMet: share >= SHARE_OF_BARE,
      figures: { rounds: bare },
    },
  ];
}

function compareWithEjabberd(carrel: readonly Round[], ejabberd: readonly Round[]): Finding {
  const isFresh = ejabberd.length > 0;
  const speeds = isFresh ? ejabberd.map(speed) : [RECORDED.deliveredPerSecond];
  const times = median(
    carrel.map((round, n) => speed(round) / (speeds[n] ?? RECORDED.deliveredPerSecond)),
  );
  const source = isFresh ? 'in this run' : `recorded ${RECORDED.date}`;
  return {
    what: 'the same as a multiple of ejabberd with its archive in PostgreSQL',
    budget: `>= ${TIMES_EJABBERD}`,
    measured: `${times.toFixed(1)} (ejabberd: ${written(median(speeds))}, ${source})`,
    isMet: times >= TIMES_EJABBERD,
    figures: isFresh ? { rounds: ejabberd } : { recorded: RECORDED },
  };
}

/** Speed is worth nothing if a message is missing. */
function account(
  rounds: readonly Round[],
  stored: { readonly messages: number; readonly chatsWithGaps: number },
): Finding {
  const sum = (of: (round: Round) => number) =>
    rounds.reduce((total, round) => total + of(round), 0);
  const sent = sum((round) => round.sent);
  const acknowledged = sum((round) => round.stored);
  const delivered = sum((round) => round.delivered);
  const isWhole = [acknowledged, delivered, stored.messages].every((count) => count === sent);
  return {
    what: 'sent = acknowledged = delivered = in the database, numbered without a gap',
    budget: 'all',
    measured: [sent, acknowledged, delivered, stored.messages].map(written).join(' = '),
    isMet: isWhole && stored.chatsWithGaps === 0,
    figures: { sent, acknowledged, delivered, ...stored },
  };
}

function speed(round: Round): number {
  return round.deliveredPerSecond;
}

function written(number: number): string {
  return Math.round(number).toLocaleString('en');
}
