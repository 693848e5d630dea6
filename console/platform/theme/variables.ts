import type { CSSVariablesResolver, MantineColor } from '@mantine/core';

/** The names that Mantine derives for a colour, pointed at our tokens, which know light and dark themselves. */
function colourVariables(name: MantineColor, token: string): Record<`--${string}`, string> {
  return {
    [`--mantine-color-${name}-text`]: `var(--${token})`,
    [`--mantine-color-${name}-filled`]: `var(--${token})`,
    [`--mantine-color-${name}-filled-hover`]: `var(--${token}-hover, var(--${token}))`,
    [`--mantine-color-${name}-light`]: `var(--${token}-soft)`,
    [`--mantine-color-${name}-light-hover`]: `var(--${token}-soft)`,
    [`--mantine-color-${name}-light-color`]: `var(--${token})`,
    [`--mantine-color-${name}-outline`]: `var(--${token})`,
    [`--mantine-color-${name}-outline-hover`]: `var(--${token}-soft)`,
  };
}

const ours: Record<`--${string}`, string> = {
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-body': 'var(--paper)',
  '--mantine-color-error': 'var(--late)',
  '--mantine-color-success': 'var(--accent)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-default': 'var(--raised)',
  '--mantine-color-default-hover': 'var(--paper)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-disabled': 'var(--paper)',
  '--mantine-color-disabled-color': 'var(--muted)',
  '--mantine-color-disabled-border': 'var(--line)',
  ...colourVariables('accent', 'accent'),
  ...colourVariables('wait', 'wait'),
  ...colourVariables('late', 'late'),
  ...colourVariables('red', 'late'),
};

/** The same for both schemes: what differs between them differs in tokens.css. */
export const resolveVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: ours,
  dark: ours,
});
