import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { createStore } from '../connection/index.ts';

/** How an operator wants to be called, on this browser. */
const attentionSettings = z.object({
  newChat: z.boolean(),
  newMessage: z.boolean(),
  /** From 0 to 1. */
  volume: z.number().min(0).max(1),
  /** Desktop notifications, where the browser allows them. */
  desktop: z.boolean(),
});
export type AttentionSettings = z.infer<typeof attentionSettings>;

const KEY = 'carrel.attention';
const USUAL: AttentionSettings = { newChat: true, newMessage: true, volume: 0.6, desktop: true };

const store = createStore<AttentionSettings>(readStored());

export const readSettings = store.getState;

export function changeSettings(changed: Partial<AttentionSettings>): void {
  store.update((settings) => ({ ...settings, ...changed }));
  try {
    localStorage.setItem(KEY, JSON.stringify(store.getState()));
  } catch {
    // Without storage the choice lasts as long as the page.
    return;
  }
}

export function useSettings(): AttentionSettings {
  return useSyncExternalStore(store.subscribe, store.getState);
}

function readStored(): AttentionSettings {
  try {
    return (
      attentionSettings.safeParse(JSON.parse(localStorage.getItem(KEY) ?? 'null')).data ?? USUAL
    );
  } catch {
    return USUAL;
  }
}
