import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import type { Language } from '#protocol/schemas.ts';
import { queryClient } from './platform/api/index.ts';
import { type Texts, TextsProvider } from './platform/i18n/index.ts';
import { Look } from './platform/theme/index.ts';
import { router } from './router.tsx';

interface AppProps {
  readonly language: Language;
  readonly texts: Texts;
}

export function App({ language, texts }: AppProps) {
  return (
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <TextsProvider first={{ language, texts }}>
          <Look>
            <RouterProvider router={router} />
            <Notifications position="bottom-center" transitionDuration={120} limit={3} />
          </Look>
        </TextsProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
