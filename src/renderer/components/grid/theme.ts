/** Our colours for AG Grid, as variables of the window: light, dark and high contrast follow by themselves. */
import { themeQuartz } from 'ag-grid-community';
import { TEXT } from '../../theme/scale';

export const gridTheme = themeQuartz.withParams({
  // Its own is always light: genres' grey would be that of a light window.
  browserColorScheme: 'inherit',
  backgroundColor: 'var(--mantine-color-body)',
  foregroundColor: 'var(--mantine-color-text)',
  accentColor: 'var(--mantine-primary-color-filled)',
  borderColor: 'var(--shelfwise-border)',
  headerBackgroundColor: 'var(--shelfwise-surface)',
  headerTextColor: 'var(--mantine-color-text)',
  headerFontWeight: 600,
  oddRowBackgroundColor: 'transparent',
  rowHoverColor: 'var(--shelfwise-surface)',
  selectedRowBackgroundColor: 'var(--shelfwise-selected)',
  fontFamily: 'inherit',
  headerFontSize: TEXT.sm,
  dataFontSize: TEXT.sm,
  // As variables, so that the density changes them while the grid stands.
  rowHeight: 'var(--shelfwise-row)',
  headerHeight: 'var(--shelfwise-head)',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});
