import { MantineProvider, type MantineThemeOverride, mergeThemeOverrides } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { type Translate, useText } from '../i18n/index.ts';
import { schemeManager } from './scheme.ts';
import { theme } from './theme.ts';
import { resolveVariables } from './variables.ts';

/** The cross of drawers, notices and the like shows no word, so its name is given here for all of them. */
function namedIn(t: Translate): MantineThemeOverride {
  return { components: { CloseButton: { defaultProps: { 'aria-label': t('shell.close') } } } };
}

export function Look({ children }: { children: ReactNode }) {
  const t = useText();
  const translated = useMemo(() => mergeThemeOverrides(theme, namedIn(t)), [t]);

  return (
    <MantineProvider
      theme={translated}
      colorSchemeManager={schemeManager}
      cssVariablesResolver={resolveVariables}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  );
}
