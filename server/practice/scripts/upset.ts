import type { Script } from '../script.ts';

/** Somebody upset: first the person, then the matter, and no promise that is not one's own to give. */
export const upset: Script = {
  patron: 'practice.upset.patron',
  turns: {
    opening: {
      says: 'practice.upset.opening',
      hint: 'practice.upset.opening.hint',
      leads: [{ hears: 'understanding', to: 'calmer' }, { to: 'angrier' }],
    },
    angrier: {
      says: 'practice.upset.angrier',
      hint: 'practice.upset.angrier.hint',
      leads: [{ hears: 'understanding', to: 'calmer' }, { to: 'demands' }],
    },
    demands: {
      says: 'practice.upset.demands',
      hint: 'practice.upset.demands.hint',
      leads: [{ to: 'calmer' }],
    },
    calmer: {
      says: 'practice.upset.calmer',
      hint: 'practice.upset.calmer.hint',
      leads: [{ hears: 'question', to: 'details' }, { to: 'thanks' }],
    },
    details: { says: 'practice.upset.details', leads: [{ to: 'thanks' }] },
    thanks: { says: 'practice.upset.thanks', hint: 'practice.hint.close', leads: [] },
  },
};
