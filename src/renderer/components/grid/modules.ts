/** The parts of AG Grid that our grids need; what is not named here is not in the window. */
import {
  CellStyleModule,
  GridStateModule,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RowApiModule,
  RowSelectionModule,
} from 'ag-grid-community';

let registered = false;

export function registerGrid(): void {
  if (registered) return;
  ModuleRegistry.registerModules([
    InfiniteRowModelModule,
    CellStyleModule,
    GridStateModule,
    LocaleModule,
    RowApiModule,
    RowSelectionModule,
  ]);
  registered = true;
}
