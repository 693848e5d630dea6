import type { Script } from '../script.ts';

/** A book to find: ask back, send the address, say so when one does not know. */
export const catalogue: Script = {
  patron: 'practice.catalogue.patron',
  turns: {
    opening: {
      says: 'practice.catalogue.opening',
      hint: 'practice.catalogue.opening.hint',
      leads: [
        { hears: 'link', to: 'found' },
        { hears: 'question', to: 'explains' },
        { to: 'waits' },
      ],
    },
    waits: {
      says: 'practice.catalogue.waits',
      leads: [
        { hears: 'link', to: 'found' },
        { hears: 'question', to: 'explains' },
        { to: 'wantsLink' },
      ],
    },
    explains: {
      says: 'practice.catalogue.explains',
      hint: 'practice.catalogue.explains.hint',
      leads: [{ hears: 'link', to: 'found' }, { to: 'wantsLink' }],
    },
    wantsLink: {
      says: 'practice.catalogue.wantsLink',
      leads: [{ hears: 'link', to: 'found' }, { to: 'thanks' }],
    },
    found: {
      says: 'practice.catalogue.found',
      hint: 'practice.catalogue.found.hint',
      leads: [{ to: 'thanks' }],
    },
    thanks: { says: 'practice.catalogue.thanks', hint: 'practice.hint.close', leads: [] },
  },
};
