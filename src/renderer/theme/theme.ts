/** Mantine's theme: palette, scale and fonts combined. */
import {
  Accordion,
  Alert,
  Badge,
  createTheme,
  defaultVariantColorsResolver,
  Drawer,
  Kbd,
  Menu,
  Modal,
  Notification,
  Paper,
  Pill,
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
import { BRICK, CLOTH, PALETTES, PAPER, paletteVariables, SLATE } from '../../shared/look/palette';
import { HEADINGS, MEASURES, MOTION, RADII, SPACES, TEXT, WEIGHTS, type Density } from '../../shared/look/scale';

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

const SMALLEST = 'var(--mantine-font-size-xs)';

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
      // The keyboard learns as much of a picture as the mouse.
      Tooltip: Tooltip.extend({
        defaultProps: { transitionProps, events: { hover: true, focus: true, touch: false } },
      }),
      Drawer: Drawer.extend({ defaultProps: { transitionProps: { duration: move } } }),
      // The header is a dialog's, not another banner landmark.
      Modal: Modal.extend({
        defaultProps: { transitionProps, attributes: { header: { role: 'presentation' } }, radius: 'md' },
      }),
      Spotlight: Spotlight.extend({ defaultProps: { transitionProps } }),
      Accordion: Accordion.extend({ defaultProps: { transitionDuration: move } }),
      SegmentedControl: SegmentedControl.extend({ defaultProps: { transitionDuration: move } }),
      Notification: Notification.extend({ styles: { description: { color: 'var(--mantine-color-dimmed)' } } }),
      // Mantine's smaller badges, keys and pills have letters of 9 and 10 pixels.
      Badge: Badge.extend({
        styles: { root: { textTransform: 'none', fontWeight: WEIGHTS.regular } },
        vars: () => ({ root: { '--badge-fz': SMALLEST, '--badge-height': rem(22) }, dot: {} }),
      }),
      Kbd: Kbd.extend({
        styles: { root: { fontWeight: WEIGHTS.regular } },
        vars: () => ({ root: { '--kbd-fz': SMALLEST } }),
      }),
      Pill: Pill.extend({ vars: () => ({ root: { '--pill-fz': SMALLEST } }) }),
      Paper: Paper.extend({ defaultProps: { radius: 'md' } }),
      // What is in it may overflow by the ring of its focus.
      Alert: Alert.extend({
        defaultProps: { radius: 'md' },
        styles: { body: { minWidth: 0 }, message: { overflow: 'visible' } },
      }),
      Table: Table.extend({
        defaultProps: { borderColor: 'var(--shelfwise-border)', verticalSpacing: MEASURES[density].cell },
      }),
    },
    primaryColor: 'cloth',
    primaryShade: { light: 7, dark: 4 },
    autoContrast: true,
    luminanceThreshold: 0.35,
    colors: { cloth: CLOTH, brick: BRICK, gray: PAPER, dark: SLATE },
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
    fontWeights: {
      regular: String(WEIGHTS.regular),
      medium: String(WEIGHTS.strong),
      bold: String(WEIGHTS.strong),
    },
    headings: {
      fontWeight: String(WEIGHTS.strong),
      sizes: {
        h1: { fontSize: rem(HEADINGS.h1), lineHeight: '1.25' },
        h2: { fontSize: rem(HEADINGS.h2), lineHeight: '1.35' },
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
