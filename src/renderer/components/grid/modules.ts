/** The AG Grid modules our grids need; modules not listed here are not in the window. */
import {
  CellStyleModule,
  ColumnApiModule,
  GridStateModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  NumberFilterModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TooltipModule,
} from 'ag-grid-community';

let registered = false;

export function registerGrid(): void {
  if (registered) return;
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    CellStyleModule,
    ColumnApiModule,
    GridStateModule,
    LocaleModule,
    NumberFilterModule,
    RowApiModule,
    RowSelectionModule,
    ScrollApiModule,
    TooltipModule,
  ]);
  registered = true;
}
