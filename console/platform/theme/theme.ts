import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Mantine wants ten shades; the tokens decide what is seen, so the shades only keep its sums sound. */
function shades(colour: string): MantineColorsTuple {
  return [colour, colour, colour, colour, colour, colour, colour, colour, colour, colour];
}

const MEANINGS = ['accent', 'wait', 'late'];

/** Text upon a filled colour is the token made for it: white on the light scheme's green, ink on the dark one's. */
const resolveColours: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const name = input.color ?? input.theme.primaryColor;
  if (input.variant !== 'filled' || !MEANINGS.includes(name)) return colours;
  return { ...colours, color: `var(--on-${name})` };
};

export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: shades('#1f5f4a'), wait: shades('#9a5b00'), late: shades('#a3342b') },
  variantColorResolver: resolveColours,
  fontFamily: 'var(--font-text)',
  headings: { fontFamily: 'var(--font-heading)', fontWeight: '600' },
  radius: { xs: '8px', sm: '8px', md: '10px', lg: '14px', xl: '14px' },
  defaultRadius: 'md',
  shadows: { xs: 'var(--shadow)', sm: 'var(--shadow)', md: 'var(--shadow)', lg: 'var(--shadow)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 300 } },
  },
});
