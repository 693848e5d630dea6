import { quantile } from '../figures.ts';

/** One end of a conversation between two. */
export interface End {
  /** Sends one message to the other end; its text begins with the milliseconds of its sending. */
  say(text: string): void;
}

/** What the ends tell of what came in. */
export interface Ears {
  /** Another's message reached this end. */
  onHeard(end: number, text: string): void;
  /** A message of this end is stored. Peers that acknowledge nothing never call it. */
  onStored(): void;
}

export interface RoundDetails {
  readonly seconds: number;
  /** Messages a second of all ends together, whatever comes back; null: each answers each at once. */
  readonly perSecond: number | null;
}

export interface Round {
  /** Messages that reached their reader, per second of the round. */
  readonly deliveredPerSecond: number;
  readonly sent: number;
  readonly delivered: number;
  readonly stored: number;
  /** Milliseconds from sending to delivery. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  /** Share of one processor that the generator itself took. */
  readonly generatorLoad: number;
}

const SENTENCE = 'Do you have this article in full text please?';
/** What is under way at the end of a round has this long to arrive. */
const STRAGGLERS_MS = 3_000;

/** Talk between pairs of ends: 2i and 2i + 1 are in one chat. `ends` is filled by the caller. */
export function createTalk(ends: readonly End[]) {
  let sent = 0;
  let stored = 0;
  let latencies: number[] = [];
  let answering = false;

  function say(end: number): void {
    sent += 1;
    ends[end]?.say(`${performance.now().toFixed(3)} ${SENTENCE}`);
  }

  const ears: Ears = {
    onHeard(end, text) {
      latencies.push(performance.now() - Number.parseFloat(text));
      if (answering) say(end);
    },
    onStored() {
      stored += 1;
    },
  };

  async function round({ seconds, perSecond }: RoundDetails): Promise<Round> {
    sent = 0;
    stored = 0;
    latencies = [];
    const processor = process.cpuUsage();
    const begun = performance.now();
    if (perSecond === null) {
      answering = true;
      for (let end = 0; end < ends.length; end += 2) say(end);
      await pause(seconds * 1_000);
      answering = false;
    } else {
      await sayEvenly(perSecond, seconds);
    }
    const elapsed = (performance.now() - begun) / 1_000;
    const inTime = latencies.length;
    const { user, system } = process.cpuUsage(processor);
    await untilQuiet();

    const sorted = latencies.toSorted((a, b) => a - b);
    return {
      deliveredPerSecond: inTime / elapsed,
      sent,
      delivered: latencies.length,
      stored,
      p50: quantile(sorted, 0.5),
      p95: quantile(sorted, 0.95),
      p99: quantile(sorted, 0.99),
      generatorLoad: (user + system) / 1_000_000 / elapsed,
    };
  }

  /** All ends in turn, at a steady pace that does not wait for answers. */
  async function sayEvenly(perSecond: number, seconds: number): Promise<void> {
    const begun = performance.now();
    const total = perSecond * seconds;
    for (let said = 0; said < total; await pause(1)) {
      const due = Math.min(total, ((performance.now() - begun) / 1_000) * perSecond);
      while (said < due) say(said++ % ends.length);
    }
  }

  async function untilQuiet(): Promise<void> {
    const deadline = performance.now() + STRAGGLERS_MS;
    while (latencies.length < sent && performance.now() < deadline) await pause(20);
    // An acknowledgement may come after the delivery that it belongs to.
    await pause(200);
  }

  return { ears, round };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
