import { useSyncExternalStore } from 'react';
import { createStore } from '../connection/index.ts';

/** Sounds made by the browser itself, so that there is no file to load at the moment of ringing. */

type SoundName = 'chat' | 'message';

/** Frequency in hertz, start and length in seconds, loudness from 0 to 1. */
interface Tone {
  readonly frequency: number;
  readonly start: number;
  readonly length: number;
  readonly loudness: number;
}

const SOUNDS: Readonly<Record<SoundName, readonly Tone[]>> = {
  // A rising fifth, twice: heard across a room, pleasant close by.
  chat: [
    { frequency: 587.33, start: 0, length: 0.5, loudness: 0.5 },
    { frequency: 880, start: 0.14, length: 0.7, loudness: 0.5 },
    { frequency: 587.33, start: 0.75, length: 0.5, loudness: 0.4 },
    { frequency: 880, start: 0.89, length: 0.8, loudness: 0.4 },
  ],
  message: [{ frequency: 659.25, start: 0, length: 0.25, loudness: 0.18 }],
};

let audio: AudioContext | null = null;
const unlocked = createStore(false);

/** Browsers let a page sound only after its reader has touched it. Returns what ends the watch. */
export function unlockOnGesture(): () => void {
  const unlock = () => {
    audio ??= new AudioContext();
    void audio.resume().then(() => unlocked.update(() => audio?.state === 'running'));
  };
  if (navigator.userActivation?.hasBeenActive === true) unlock();
  const listeners = new AbortController();
  for (const gesture of ['pointerdown', 'keydown'] as const) {
    document.addEventListener(gesture, unlock, { signal: listeners.signal, capture: true });
  }
  return () => listeners.abort();
}

export function canSound(): boolean {
  return audio?.state === 'running';
}

export function useCanSound(): boolean {
  return useSyncExternalStore(unlocked.subscribe, unlocked.getState);
}

/** `volume`: from 0 to 1. Silent while the browser does not let the page sound. */
export function playSound(name: SoundName, volume: number): void {
  if (audio?.state !== 'running') return;
  for (const tone of SOUNDS[name]) playTone(audio, tone, volume);
}

function playTone(context: AudioContext, tone: Tone, volume: number): void {
  const begin = context.currentTime + tone.start;
  const end = begin + tone.length;
  const gain = context.createGain();
  gain.gain.setValueAtTime(0.0001, begin);
  gain.gain.exponentialRampToValueAtTime(Math.max(0.0002, tone.loudness * volume), begin + 0.015);
  gain.gain.exponentialRampToValueAtTime(0.0001, end);
  const oscillator = context.createOscillator();
  oscillator.type = 'triangle';
  oscillator.frequency.value = tone.frequency;
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(end);
}
