import '#protocol/without-eval.ts';
import '@fontsource-variable/inter';
import '@fontsource-variable/source-serif-4';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './platform/theme/tokens.css';
import './platform/theme/base.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { loadTexts, preferredLanguage } from './platform/i18n/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const language = preferredLanguage();
const { texts } = await loadTexts(language);
createRoot(root).render(<App language={language} texts={texts} />);
