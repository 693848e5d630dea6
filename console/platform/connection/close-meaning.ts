import { CLOSE } from '#protocol/frames.ts';

/**
 * What a closed socket asks of the client. `again`: after the usual pause; `at_once`: the server
 * only makes room for its successor; `later`: it is overrun; `signed_out`, `forbidden`: not at all.
 */
export type CloseMeaning = 'again' | 'at_once' | 'later' | 'signed_out' | 'forbidden';

export function meaningOfClose(code: number): CloseMeaning {
  switch (code) {
    case CLOSE.notSignedIn:
      return 'signed_out';
    case CLOSE.mayNot:
      return 'forbidden';
    case CLOSE.tooMany:
      return 'later';
    case CLOSE.goingAway:
      return 'at_once';
    default:
      return 'again';
  }
}
