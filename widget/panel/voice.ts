import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '#protocol/schemas.ts';
import { type Messages, type Voice, voiceOf } from '../language.ts';
import { loadSurely } from './load-surely.ts';

/** Nobody fetches a language that they do not read. Taken apart at once, a file is built without its other exports. */
const MESSAGES: Record<Language, () => Promise<Messages>> = {
  en: () => import('../../i18n/widget/en.json').then(({ default: messages }) => messages),
  fr: () => import('../../i18n/widget/fr.json').then(({ default: messages }) => messages),
  es: () => import('../../i18n/widget/es.json').then(({ default: messages }) => messages),
};

export async function loadVoice(language: Language): Promise<Voice> {
  return voiceOf(language, await loadSurely(MESSAGES[language]), navigator.languages);
}

export const VoiceContext = createContext<Voice | null>(null);

export function useVoice(): Voice {
  const voice = useContext(VoiceContext);
  if (!voice) throw new Error('drawn before there are words to draw with');
  return voice;
}
