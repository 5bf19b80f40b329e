/** Our colours for AG Grid, as variables of the window: light, dark and high contrast follow by themselves. */
import { themeQuartz } from 'ag-grid-community';

export const gridTheme = themeQuartz.withParams({
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
  headerFontSize: 13,
  dataFontSize: 13,
  rowHeight: 34,
  headerHeight: 38,
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});
