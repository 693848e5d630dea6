import type { Script } from '../script.ts';

/** A patron of a partner library: answer for that library, and pass on what only it can say. */
export const hours: Script = {
  patron: 'practice.hours.patron',
  turns: {
    opening: {
      says: 'practice.hours.opening',
      hint: 'practice.hours.opening.hint',
      leads: [
        { hears: 'number', to: 'fee' },
        { hears: 'question', to: 'explains' },
        { to: 'presses' },
      ],
    },
    explains: {
      says: 'practice.hours.explains',
      leads: [{ hears: 'number', to: 'fee' }, { to: 'presses' }],
    },
    presses: {
      says: 'practice.hours.presses',
      leads: [{ to: 'fee' }],
    },
    fee: {
      says: 'practice.hours.fee',
      hint: 'practice.hours.fee.hint',
      leads: [{ to: 'address' }],
    },
    address: {
      says: 'practice.hours.address',
      hint: 'practice.hours.address.hint',
      leads: [{ to: 'thanks' }],
    },
    thanks: { says: 'practice.hours.thanks', hint: 'practice.hint.close', leads: [] },
  },
};
