/** Colours, type and measures of the window: calm, dense, the same on every system. */
import {
  Badge,
  Button,
  createTheme,
  defaultVariantColorsResolver,
  Menu,
  Modal,
  Notification,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** A quiet blue-green; shade 7 on white and shade 4 on dark have a contrast above 4.5. */
const shelf: MantineColorsTuple = [
  '#edf6f7',
  '#dbeaec',
  '#b5d4d9',
  '#8cbdc5',
  '#6aaab4',
  '#4d94a0',
  '#327c89',
  '#226874',
  '#17535d',
  '#0c3c44',
];

/** Cool greys of the dark theme; Mantine's own are a little brown beside our accent. */
const dark: MantineColorsTuple = [
  '#d5d9dd',
  '#b4bac1',
  '#98a0a9',
  '#5d666f',
  '#3a4149',
  '#2d343b',
  '#23292f',
  '#1b2025',
  '#15191d',
  '#0f1215',
];

/** Mantine reckons the text on a filled button for the light theme's shade; ours follows the theme that is shown. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
  return input.variant === 'filled' && isPrimary
    ? { ...colours, color: 'var(--mantine-primary-color-contrast)' }
    : colours;
};

export const theme = createTheme({
  variantColorResolver,
  components: {
    // A menu stays in the landmark of its button, and holds nothing but its items.
    Menu: Menu.extend({ defaultProps: { withinPortal: false, withInitialFocusPlaceholder: false } }),
    // Its header is a dialog's, not another banner of the page.
    Modal: Modal.extend({ defaultProps: { attributes: { header: { role: 'presentation' } } } }),
    Notification: Notification.extend({ styles: { description: { color: 'var(--mantine-color-dimmed)' } } }),
    Button: Button.extend({ styles: { label: { fontWeight: 500 } } }),
    Badge: Badge.extend({ styles: { root: { textTransform: 'none', fontWeight: 500 } } }),
  },
  primaryColor: 'shelf',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.35,
  colors: { shelf, dark },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  fontFamily:
    '"Inter", "Segoe UI", -apple-system, BlinkMacSystemFont, "Pretendard", "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: '"SF Mono", "Cascadia Mono", Consolas, "DejaVu Sans Mono", "Noto Sans Mono CJK KR", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
    },
  },
});

/** Two texts that Mantine draws too faint to read at small sizes, and the surfaces of the shell. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--shelfwise-rail': '208px' },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': '#59636e',
    '--mantine-color-placeholder': '#6b7580',
    '--mantine-color-error': '#b3261e',
    '--mantine-primary-color-contrast': '#ffffff',
    '--shelfwise-surface': '#f6f7f8',
    '--shelfwise-border': '#dde1e5',
    '--shelfwise-grid': '#e3e7ea',
    '--shelfwise-selected': '#e4f0f2',
    '--shelfwise-good': '#1d6b35',
    '--shelfwise-warning': '#8a4b00',
    '--shelfwise-problem': '#b3261e',
    '--shelfwise-running': '#226874',
    '--shelfwise-line-1': '#226874',
    '--shelfwise-line-2': '#a35a00',
    '--shelfwise-line-3': '#6b4fa0',
  },
  dark: {
    '--mantine-color-body': '#1b2025',
    '--mantine-color-dimmed': '#a3abb4',
    '--mantine-color-placeholder': '#8f98a2',
    '--mantine-color-error': '#ff9b93',
    '--mantine-primary-color-contrast': '#0c1a1d',
    '--shelfwise-surface': '#15191d',
    '--shelfwise-border': '#343b43',
    '--shelfwise-grid': '#343b43',
    '--shelfwise-selected': '#21343a',
    '--shelfwise-good': '#7fd39a',
    '--shelfwise-warning': '#f0b45c',
    '--shelfwise-problem': '#ff9b93',
    '--shelfwise-running': '#8cbdc5',
    '--shelfwise-line-1': '#6fc3d0',
    '--shelfwise-line-2': '#f0b45c',
    '--shelfwise-line-3': '#b9a3e3',
  },
});
