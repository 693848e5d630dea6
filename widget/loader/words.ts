import * as en from '../../i18n/widget/en.json';
import * as es from '../../i18n/widget/es.json';
import * as fr from '../../i18n/widget/fr.json';

// Named one by one, so that the build leaves all other messages out of the loader.
const WORDS = {
  en: {
    launcherOnline: en.launcherOnline,
    launcherOnlineState: en.launcherOnlineState,
    launcherOffline: en.launcherOffline,
    launcherOfflineState: en.launcherOfflineState,
    launcherLoading: en.launcherLoading,
    launcherNewTab: en.launcherNewTab,
  },
  fr: {
    launcherOnline: fr.launcherOnline,
    launcherOnlineState: fr.launcherOnlineState,
    launcherOffline: fr.launcherOffline,
    launcherOfflineState: fr.launcherOfflineState,
    launcherLoading: fr.launcherLoading,
    launcherNewTab: fr.launcherNewTab,
  },
  es: {
    launcherOnline: es.launcherOnline,
    launcherOnlineState: es.launcherOnlineState,
    launcherOffline: es.launcherOffline,
    launcherOfflineState: es.launcherOfflineState,
    launcherLoading: es.launcherLoading,
    launcherNewTab: es.launcherNewTab,
  },
};

export type LauncherWords = (typeof WORDS)['en'];

export function launcherWords(language: keyof typeof WORDS): LauncherWords {
  return WORDS[language];
}
