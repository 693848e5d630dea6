import { comparison } from '#protocol/statistics.ts';
import { dataFolder, withDatabase } from '../data.ts';
import { median } from '../figures.ts';
import type { CarrelOrders } from '../processes/carrel.ts';
import { freePort } from '../processes/free-port.ts';
import { launch } from '../processes/launch.ts';
import type { Row } from '../row.ts';
import { type SeededPast, seedPast } from '../seed-chats.ts';

const BUDGET_MS = 200;
const CHATS = 1_000_000;
const QUICK_CHATS = 100_000;

/** Pages of transcripts, statistics and feedback over all that was ever asked, as each reader opens them. */
export const transcripts: Row = {
  name: 'transcripts',
  async measure({ quick, say }) {
    const chats = quick ? QUICK_CHATS : CHATS;
    const rounds = quick ? 3 : 7;
    say(
      `transcripts: ${chats.toLocaleString('en')} chats are made, then each page is read ${rounds} times`,
    );
    const folder = dataFolder('transcripts');
    const past = await withDatabase(folder, (parts) => seedPast(parts, chats));
    const port = await freePort();
    const server = launch<CarrelOrders>('processes/carrel.ts', {
      env: { CARREL_DATA: folder, PORT: String(port) },
    });
    await server.ask('start', null);

    const pages: Record<string, number> = {};
    for (const [reader, path] of pagesOf(past)) {
      const url = `http://127.0.0.1:${port}/api/v1${path}`;
      const milliseconds: number[] = [];
      for (let n = 0; n < rounds; n += 1)
        milliseconds.push(await timePage(url, past.cookies[reader]));
      const typical = Math.round(median(milliseconds) * 10) / 10;
      pages[`${reader} ${path}`] = typical;
      say(`  ${String(typical).padStart(7)} ms  ${reader} ${path}`);
    }

    await server.ask('stop', null);
    await server.end();
    const slowest = Math.max(...Object.values(pages));
    return [
      {
        what: `slowest of ${Object.keys(pages).length} pages of transcripts, statistics and feedback over ${chats.toLocaleString('en')} chats`,
        budget: `<= ${BUDGET_MS} ms`,
        measured: `${Math.round(slowest)} ms`,
        isMet: slowest <= BUDGET_MS,
        figures: { pages },
      },
    ];
  },
};

type Reader = keyof SeededPast['cookies'];

function pagesOf(past: SeededPast): [Reader, string][] {
  const { institutionId, coopId, operatorId, queueId, deepCursor, otherInstitutionId } = past;
  const home = `scope=institution:${institutionId}`;
  const coop = `scope=coop:${coopId}`;
  const wide: [Reader, string][] = [
    ['admin', home],
    ['operator', home],
    ['coopAdmin', coop],
    ['institutionAdmin', coop],
    ['operator', coop],
    ['operator', 'scope=mine'],
  ];
  const narrowed: [Reader, string][] = [
    ['coopAdmin', `${coop}&operatorId=${operatorId}`],
    ['coopAdmin', `${coop}&institutionId=${otherInstitutionId}`],
    ['coopAdmin', `${coop}&answeringInstitutionId=${otherInstitutionId}`],
    ['coopAdmin', `${coop}&rating=1`],
    ['coopAdmin', `${coop}&state=unanswered`],
    ['coopAdmin', `${coop}&from=2025-03-01&to=2025-04-01`],
    ['coopAdmin', `${coop}&q=maps`],
    ['coopAdmin', `${coop}&q=topic4711`],
    ['coopAdmin', `${coop}&q=microfilm%20topic4712`],
    ['coopAdmin', `${coop}&q=nowhere`],
    // In every chat, and left out of some.
    ['coopAdmin', `${coop}&q=where`],
    ['coopAdmin', `${coop}&q=-maps`],
    ['admin', `${home}&queueId=${queueId}`],
    ['admin', `${home}&q=course%20299`],
    ['admin', `${home}&resolution=followUpHome`],
  ];
  const ask = (kind: string, asked: [Reader, string][]) =>
    asked.map(([reader, query]): [Reader, string] => [reader, `/${kind}?${query}`]);
  // Statistics of a narrowed scope are added up chat by chat: a month of them is what people look at.
  const month = narrowed
    .filter(([, query]) => !query.includes('from='))
    .map(([reader, query]): [Reader, string] => [reader, `${query}&from=2025-03-01&to=2025-04-01`]);
  const compared = wide.flatMap(([reader, query]) =>
    [...comparison.values].map((by): [Reader, string] => [reader, `${query}&by=${by}`]),
  );
  return [
    ...ask('transcripts', [...wide, ...narrowed]),
    ['coopAdmin', `/transcripts?${coop}&cursor=${deepCursor}`],
    ['coopAdmin', `/transcripts/${deepCursor}`],
    ...ask('statistics', [...wide, ...month]),
    ['coopAdmin', `/statistics?${coop}&from=2024-03-05T10:11:00Z&to=2026-02-01`],
    ...ask('statistics/compared', compared),
    ...ask('feedback', [...wide, ...narrowed]),
    ['coopAdmin', `/feedback?${coop}&has=note`],
    ['coopAdmin', `/feedback?${coop}&has=comment`],
    ['coopAdmin', `/coops/${coopId}/contribution`],
    ['operator', `/coops/${coopId}/activity`],
  ];
}

/** Milliseconds from the question to the last byte of the page. */
async function timePage(url: string, cookie: string): Promise<number> {
  const begun = performance.now();
  const answer = await fetch(url, { headers: { cookie } });
  const body = await answer.text();
  if (answer.status !== 200) throw new Error(`${url}: ${answer.status} ${body}`);
  return performance.now() - begun;
}
