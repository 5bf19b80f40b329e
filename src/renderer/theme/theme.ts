/** Mantine's theme: palette, scale and fonts combined. */
import {
  Accordion,
  Alert,
  Badge,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Drawer,
  Menu,
  Modal,
  Notification,
  Paper,
  Popover,
  rem,
  SegmentedControl,
  Table,
  Tooltip,
  type CSSVariablesResolver,
  type MantineThemeOverride,
  type VariantColorsResolver,
} from '@mantine/core';
import { Spotlight } from '@mantine/spotlight';
import { CLOTH, PALETTES, PAPER, paletteVariables, WOOD } from './palette';
import { HEADINGS, MEASURES, MOTION, RADII, SPACES, TEXT, type Density } from './scale';

/** The packaged fonts first (index.html); missing glyphs such as ≥ come from the system. */
const LETTERS =
  '"Wanted Sans Variable", "Segoe UI", -apple-system, BlinkMacSystemFont, "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", "DejaVu Sans", sans-serif';

/**
 * Mantine computes the text colour of a filled button from the light theme's shade; ours follows the shown theme. A
 * plain button is a surface, not a frame.
 */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
  if (input.variant === 'filled' && isPrimary) return { ...colours, color: 'var(--mantine-primary-color-contrast)' };
  if (input.variant === 'default')
    return {
      background: 'var(--shelfwise-button)',
      hover: 'var(--shelfwise-button-hover)',
      color: 'var(--mantine-color-text)',
      border: `${rem(1)} solid var(--shelfwise-outline)`,
    };
  return colours;
};

const inRem = <Name extends string>(sizes: Readonly<Record<Name, number>>): Record<Name, string> =>
  Object.fromEntries(Object.entries<number>(sizes).map(([name, size]) => [name, rem(size)])) as Record<Name, string>;

/** @param motion whether anything may move */
export function themeOf({ density, motion }: { density: Density; motion: boolean }): MantineThemeOverride {
  const appear = motion ? MOTION.appear : 0;
  const move = motion ? MOTION.move : 0;
  const transitionProps = { duration: appear };
  return createTheme({
    variantColorResolver,
    components: {
      // A menu stays in its button's landmark, and contains only its items.
      Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false, transitionProps } }),
      Popover: Popover.extend({ defaultProps: { transitionProps } }),
      Tooltip: Tooltip.extend({ defaultProps: { transitionProps } }),
      Drawer: Drawer.extend({ defaultProps: { transitionProps: { duration: move } } }),
      // The header is a dialog's, not another banner landmark.
      Modal: Modal.extend({
        defaultProps: { transitionProps, attributes: { header: { role: 'presentation' } }, radius: 'md' },
      }),
      Spotlight: Spotlight.extend({ defaultProps: { transitionProps } }),
      Accordion: Accordion.extend({ defaultProps: { transitionDuration: move } }),
      SegmentedControl: SegmentedControl.extend({ defaultProps: { transitionDuration: move } }),
      Notification: Notification.extend({ styles: { description: { color: 'var(--mantine-color-dimmed)' } } }),
      Button: Button.extend({ styles: { label: { fontWeight: 500 } } }),
      Badge: Badge.extend({
        // Mantine's small ones have letters of 9 and 10 pixels.
        styles: { root: { textTransform: 'none', fontWeight: 500, fontSize: 'var(--mantine-font-size-xs)' } },
      }),
      Paper: Paper.extend({ defaultProps: { radius: 'md' } }),
      Alert: Alert.extend({ defaultProps: { radius: 'md' } }),
      Table: Table.extend({
        defaultProps: { borderColor: 'var(--shelfwise-border)', verticalSpacing: MEASURES[density].cell },
      }),
    },
    primaryColor: 'cloth',
    primaryShade: { light: 7, dark: 4 },
    autoContrast: true,
    luminanceThreshold: 0.35,
    colors: { cloth: CLOTH, gray: PAPER, dark: WOOD },
    black: PALETTES.light.normal.text,
    defaultRadius: 'sm',
    radius: inRem(RADII),
    spacing: inRem(SPACES[density]),
    cursorType: 'pointer',
    focusRing: 'auto',
    respectReducedMotion: true,
    fontFamily: LETTERS,
    fontFamilyMonospace: '"SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK KR", monospace',
    fontSizes: inRem(TEXT),
    headings: {
      fontWeight: '650',
      sizes: {
        h1: { fontSize: rem(HEADINGS.h1), lineHeight: '1.3' },
        h2: { fontSize: rem(HEADINGS.h2), lineHeight: '1.4' },
        h3: { fontSize: rem(HEADINGS.h3), lineHeight: '1.4' },
      },
    },
  });
}

/** @param contrast whether lines and texts are as strong as possible */
export function variablesOf({
  density,
  contrast,
}: {
  density: Density;
  contrast: 'normal' | 'high';
}): CSSVariablesResolver {
  const measures = Object.entries(inRem(MEASURES[density])).map(([name, size]) => [`--shelfwise-${name}`, size]);
  const variables = { ...Object.fromEntries(measures), '--shelfwise-appear': `${MOTION.appear}ms` };
  return () => ({
    variables,
    light: paletteVariables(PALETTES.light[contrast]),
    dark: paletteVariables(PALETTES.dark[contrast]),
  });
}
