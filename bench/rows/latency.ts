import { startBare, startCarrel } from '../contenders.ts';
import { median } from '../figures.ts';
import type { Round } from '../load/talk.ts';
import type { Finding, Row } from '../row.ts';

const PER_SECOND = 500;
const BUDGET_MS = { p50: 1.3, p99: 5 };

/** How soon a message is on the other's screen while 100 clients together say 500 a second. */
export const latency: Row = {
  name: 'latency',
  async measure({ quick, say }) {
    const rounds = quick ? 2 : 5;
    const seconds = quick ? 3 : 6;
    say(`latency: ${rounds} rounds of ${seconds} s each for Carrel and the bare reference`);
    const carrel = await startCarrel();
    const bare = await startBare();
    // Full speed for a moment: what is measured is a server that has been at work for a while.
    await carrel.round({ seconds: 2, perSecond: null });
    await bare.round({ seconds: 2, perSecond: null });
    const carrelRounds: Round[] = [];
    const bareRounds: Round[] = [];
    for (let n = 0; n < rounds; n++) {
      carrelRounds.push(await carrel.round({ seconds, perSecond: PER_SECOND }));
      bareRounds.push(await bare.round({ seconds, perSecond: PER_SECOND }));
    }
    await carrel.stop();
    await bare.stop();
    return [judge('p50', carrelRounds, bareRounds), judge('p99', carrelRounds, bareRounds)];
  },
};

function judge(which: 'p50' | 'p99', carrel: readonly Round[], bare: readonly Round[]): Finding {
  const typical = median(carrel.map((round) => round[which]));
  const reference = median(bare.map((round) => round[which]));
  return {
    what: `delivery at ${PER_SECOND} messages/s, ${which}`,
    budget: `<= ${BUDGET_MS[which]} ms`,
    measured: `${typical.toFixed(2)} ms (bare: ${reference.toFixed(2)})`,
    isMet: typical <= BUDGET_MS[which],
    figures: {
      carrel: carrel.map((round) => round[which]),
      bare: bare.map((round) => round[which]),
    },
  };
}
