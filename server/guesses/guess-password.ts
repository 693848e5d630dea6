import type { Clock } from '../platform/clock.ts';
import type { Database, Queries } from '../platform/database/index.ts';
import { newSecret } from '../platform/secrets.ts';
import { countGuess, type Guess } from './count-guess.ts';
import { FORGOTTEN_AFTER_MS, FROM_ANYWHERE, FROM_ONE_PLACE } from './slowness.ts';
import {
  copyKnownPlace,
  deleteCountsBefore,
  deleteKnownPlacesBefore,
  findKnownPlaces,
  insertKnownPlaces,
  refreshPlace,
} from './store.ts';
import { placesOf, type Whereabouts } from './whereabouts.ts';

type GuessParts = { readonly database: Database; readonly clock: Clock };

/** A place that nobody came back to for so long is as unknown as any other. */
const KNOWN_FOR_MS = 180 * 24 * 3_600_000;

/**
 * Lets one try at somebody's password through.
 *
 * Guessing is slow, and the owner is not locked out by it. Wrong tries count by person and place: a
 * browser that has signed this person in before counts by itself; any other by its network, so that
 * who guesses in the reading room slows the reading room down and no librarian's own machine. Tries
 * from places unknown to the person also count all together, which slows down the many machines of a
 * rented net; the places known to them are not part of that. Who is elsewhere while such a net
 * guesses still has the link of "Forgot your password?", after which the place is known, or a passkey.
 *
 * Names that nobody has are counted alike: the answers tell nothing about who is here.
 *
 * @throws too_many_requests with `Retry-After`
 */
export async function guessPassword(
  parts: GuessParts,
  username: string,
  from: Whereabouts,
): Promise<Guess> {
  const { device, network } = placesOf(from);
  const known = await findKnownPlaces(parts.database.sql, username, [device, network]);
  const place = known.has(device) ? device : network;
  return countGuess(parts, [
    { key: `${username} from ${place}`, slowness: FROM_ONE_PLACE, endsWhenRight: true },
    ...(known.size > 0
      ? []
      : [{ key: `${username} from anywhere`, slowness: FROM_ANYWHERE, endsWhenRight: false }]),
  ]);
}

/** The same for who is signed in and shows once more that they know the password, or sets up a code. */
export function guessWithinSession(parts: GuessParts, sessionId: string): Promise<Guess> {
  return countGuess(parts, [
    { key: `session ${sessionId}`, slowness: FROM_ONE_PLACE, endsWhenRight: true },
  ]);
}

/**
 * The person has proved who they are there. Answers the whereabouts with the number that the browser is
 * to hold from now on: one that was not known for this person is made anew, since somebody else may have
 * put it there and hold it too. Who else was known by it is known by the new one as well.
 */
export async function rememberPlace(
  { clock }: Pick<GuessParts, 'clock'>,
  sql: Queries,
  accountId: string,
  from: Whereabouts,
): Promise<Whereabouts> {
  const now = clock.now();
  const { device, network } = placesOf(from);
  if (await refreshPlace(sql, accountId, device, now)) {
    await insertKnownPlaces(sql, accountId, [network], now);
    return from;
  }
  const renewed = { ...from, device: newSecret() };
  const place = placesOf(renewed).device;
  await copyKnownPlace(sql, device, place);
  await insertKnownPlaces(sql, accountId, [place, network], now);
  return renewed;
}

export async function forgetOldGuesses({ database, clock }: GuessParts): Promise<void> {
  const now = clock.now().getTime();
  await deleteCountsBefore(database.sql, new Date(now - FORGOTTEN_AFTER_MS));
  await deleteKnownPlacesBefore(database.sql, new Date(now - KNOWN_FOR_MS));
}
