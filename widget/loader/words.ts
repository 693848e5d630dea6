import * as en from '../../i18n/widget/en.json';
import * as es from '../../i18n/widget/es.json';
import * as fr from '../../i18n/widget/fr.json';

// Named one by one, so that the build leaves all other messages out of the loader.
const WORDS = {
  en: {
    online: en.launcherOnline,
    onlineState: en.launcherOnlineState,
    offline: en.launcherOffline,
    offlineState: en.launcherOfflineState,
    loading: en.launcherLoading,
    newTab: en.launcherNewTab,
  },
  fr: {
    online: fr.launcherOnline,
    onlineState: fr.launcherOnlineState,
    offline: fr.launcherOffline,
    offlineState: fr.launcherOfflineState,
    loading: fr.launcherLoading,
    newTab: fr.launcherNewTab,
  },
  es: {
    online: es.launcherOnline,
    onlineState: es.launcherOnlineState,
    offline: es.launcherOffline,
    offlineState: es.launcherOfflineState,
    loading: es.launcherLoading,
    newTab: es.launcherNewTab,
  },
};

export type LauncherWords = (typeof WORDS)['en'];

export function launcherWords(language: keyof typeof WORDS): LauncherWords {
  return WORDS[language];
}
