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

/** Mantine's own greys are cold; these are the tokens' paper, lines and ink, in the order it counts on. */
const PAPER_TO_INK: MantineColorsTuple = [
  '#f7f5ef',
  '#f1eee6',
  '#ebe7dc',
  '#e4dfd3',
  '#d5d0c3',
  '#8a8f86',
  '#646b66',
  '#4d534f',
  '#353a37',
  '#1e2320',
];
/** From ink to paper, for the dark scheme: 4 is its lines, 6 its raised panes, 8 its page. */
const INK_TO_PAPER: MantineColorsTuple = [
  '#ece9e1',
  '#c9cbc4',
  '#a0a7a2',
  '#8d958f',
  '#2e3430',
  '#2a302c',
  '#222724',
  '#1b1f1d',
  '#151816',
  '#101311',
];

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
  black: '#1e2320',
  colors: {
    accent: shades('#1f5f4a'),
    wait: shades('#9a5b00'),
    late: shades('#a3342b'),
    gray: PAPER_TO_INK,
    dark: INK_TO_PAPER,
  },
  variantColorResolver: resolveColours,
  fontFamily: 'var(--font-text)',
  headings: { fontFamily: 'var(--font-heading)', fontWeight: '600' },
  radius: { xs: '8px', sm: '8px', md: '10px', lg: '14px', xl: '14px' },
  defaultRadius: 'md',
  shadows: { xs: 'var(--shadow)', sm: 'var(--shadow)', md: 'var(--shadow)', lg: 'var(--shadow)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    // With the usual radius a box to tick looks like one of a choice.
    Checkbox: { defaultProps: { radius: 4 } },
    Drawer: { defaultProps: { transitionProps: { duration: 120 } } },
    Menu: { defaultProps: { transitionProps: { duration: 80 } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
    Popover: { defaultProps: { transitionProps: { duration: 80 } } },
    Tooltip: { defaultProps: { transitionProps: { duration: 80 }, openDelay: 300 } },
  },
});
