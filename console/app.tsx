import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import type { Language } from '#protocol/schemas.ts';
import { queryClient } from './platform/api/index.ts';
import { type Texts, TextsProvider } from './platform/i18n/index.ts';
import { Notices } from './platform/notify/index.ts';
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
            <Notices />
          </Look>
        </TextsProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
