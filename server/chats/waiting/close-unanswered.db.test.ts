import { describe, expect, test } from 'vitest';
import { ABSENT_PATRON_MINUTES } from '#protocol/limits.ts';
import { ask, claim } from '../../../test/talk.ts';
import { openWaitingHouse } from '../../../test/waiting-house.ts';

const { house, sql, libraries, as, ...here } = await openWaitingHouse();
const { openDesk, openPatron, stateOf, minutesPass } = here;

// A busy machine needs its time for a quarter of an hour.
describe('a chat that waits for nobody', { timeout: 60_000 }, () => {
  test('becomes a question at its library, and is closed', async () => {
    const { chatId, token } = await ask(house, libraries.widgetId, 'Hello?');
    const patron = await house.patron(token);
    await house.passes(5);
    await patron.close();
    await minutesPass(ABSENT_PATRON_MINUTES - 1);
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting' });
    // They were last seen some seconds after the opening.
    await house.passes(66);
    expect(await stateOf(chatId)).toMatchObject({ state: 'closed', closeReason: 'lost' });
    const tickets = await sql
      .selectFrom('tickets')
      .select(['institutionId', 'question', 'state'])
      .where('chatId', '=', chatId)
      .execute();
    expect(tickets).toEqual([
      { institutionId: libraries.institutions.northfield, question: 'Hello?', state: 'new' },
    ]);
  });

  test('does not while its patron is there', async () => {
    const { chatId, token } = await ask(house, libraries.widgetId, 'Hello?');
    await openPatron(token);
    await minutesPass(ABSENT_PATRON_MINUTES + 1);
    expect(await stateOf(chatId)).toMatchObject({ state: 'waiting' });
    expect(
      await sql.selectFrom('tickets').select('id').where('chatId', '=', chatId).execute(),
    ).toEqual([]);
  });

  test('nor while somebody has it', async () => {
    await openDesk('sadie');
    const { chatId } = await ask(house, libraries.widgetId, 'Hello?');
    await claim(house, chatId, as.sadie);
    await minutesPass(ABSENT_PATRON_MINUTES + 1);
    expect(await stateOf(chatId)).toMatchObject({ state: 'active' });
  });
});
