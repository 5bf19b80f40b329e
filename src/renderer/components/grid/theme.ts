/** AG Grid colours as CSS variables: light, dark and high contrast follow. */
import { themeQuartz } from 'ag-grid-community';
import { TEXT } from '../../../shared/look/scale';

export const GRID_THEME = themeQuartz.withParams({
  // AG Grid's default is always light, which would give genres' grey its light value.
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
  // Variables, so that a change of density applies to an open grid.
  headerHeight: 'var(--shelfwise-head)',
  rowHeight: 'var(--row)',
  cellHorizontalPadding: 'var(--mantine-spacing-sm)',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
});

/** For one line, for two, and for the cover of a title. */
export type RowHeight = 'row' | 'double' | 'title';
