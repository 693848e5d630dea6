export { countGuess, judged } from './count-guess.ts';
export {
  forgetOldGuesses,
  guessPassword,
  guessWithinSession,
  rememberPlace,
} from './guess-password.ts';
export type { Slowness } from './slowness.ts';
export { readWhereabouts, type Whereabouts, writeDeviceCookie } from './whereabouts.ts';
