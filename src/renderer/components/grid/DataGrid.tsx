import type { CellKeyDownEvent, ColDef, GridApi, IDatasource, SortModelItem } from 'ag-grid-community';
import { AgGridReact } from 'ag-grid-react';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { isText, textOf } from '../../../shared/words/sentence';
import type { Language } from '../../../shared/words/templates';
import { usePreferences } from '../../stores/preferences';
import { styleNonce } from '../../connection/style-nonce';
import { useListToEnter } from '../../stores/open-list';
import { columnDefinition, type GridColumn } from './columns';
import { ColumnsButton } from './ColumnsButton';
import { fittedColumns, useGridColumns } from './fitted-columns';
import { type Folds, isFoldKey } from './folds';
import { withRoomForHeading } from './heading-width';
import { dropSecondClick, isOnLink } from './row-link';
import { keepGrid, keptPart, readGrid } from './grid-state';
import { registerGrid } from './modules';
import { areSameRanges, modelOfRanges, type Ranges, rangesOfModel } from './ranges';
import { GRID_THEME, type RowHeight } from './theme';
import { useWidth } from './use-width';
import classes from './DataGrid.module.css';

registerGrid();

export interface GridSort {
  column: string;
  descending: boolean;
}

export interface GridPage<Row> {
  total: number;
  rows: Row[];
}

interface Properties<Row> {
  /** Key under which the grid's state is kept. What stands before its first dot is the grid for which columns are chosen. */
  name: string;
  rowHeight?: RowHeight;
  /** Stands below the grid. */
  note?: ReactNode;
  label: string;
  columns: readonly GridColumn<Row>[];
  idOf: (row: Row) => string;
  /** A new function reads other rows from the top; a new `version` reads them again in place. */
  readPage: (start: number, end: number, sort: GridSort | undefined) => Promise<GridPage<Row>>;
  version: number;
  onOpen: (row: Row, index: number, sort: GridSort | undefined) => void;
  /** Called with the selected row, or null. */
  onSelect?: (row: Row | null) => void;
  /**
   * The row selected elsewhere: the grid scrolls to it and selects it. Null selects none; undefined leaves selection to
   * the grid.
   */
  selected?: { id: string; index: () => number | null } | null;
  /** The index of a row to focus and select once it is there, such as the one that was opened from here. */
  startAt?: number | undefined;
  /**
   * While the focus is in the grid, selects the focused row: on arrow keys, and when a row moves into the place of one
   * that left. The ring and the selection then mean the same row.
   */
  selectsFocused?: boolean;
  /** Whether one click on a row opens it, not two. */
  opensOnClick?: boolean;
  folds?: Folds<Row>;
  /** The rows are those within these, of columns that take ranges. */
  ranges?: Ranges;
  onRanges?: (ranges: Ranges) => void;
  /** Extra keys by `code`, so that they work with a Korean keyboard too. */
  keys?: Record<string, (row: Row) => void>;
  /** Called with null once a page loads again. */
  onError: (error: unknown) => void;
}

const PAGE = 100;
const NO_RANGES: Ranges = {};

const sortOf = (model: readonly SortModelItem[]): GridSort | undefined =>
  model[0] === undefined ? undefined : { column: model[0].colId, descending: model[0].sort === 'desc' };

/**
 * A grid over pages of the engine; the only place that knows AG Grid. AG Grid's quick filter does not work with the
 * infinite row model, and its set filter is not in the free edition: filters are our own, but for ranges of numbers. All
 * go to the engine with each page.
 */
export function DataGrid<Row>(properties: Properties<Row>): ReactNode {
  const { name, label, readPage, version, rowHeight = 'row', note, ranges = NO_RANGES } = properties;
  const language = usePreferences((state) => state.language);
  const columns = useMemo(() => properties.columns.map(withRoomForHeading), [properties.columns]);
  const now = useRef(properties);
  now.current = properties;
  const [api, setApi] = useState<GridApi<Row> | null>(null);
  const kept = useMemo(() => readGrid(name), [name]);
  const rows = useRef(kept?.rows ?? 0);

  const datasource = useMemo<IDatasource>(
    () => ({
      getRows: ({ startRow, endRow, sortModel, successCallback, failCallback }) => {
        readPage(startRow, endRow, sortOf(sortModel)).then(
          (page) => {
            rows.current = page.total;
            now.current.onError(null);
            successCallback(page.rows, page.total);
          },
          (thrown: unknown) => {
            failCallback();
            now.current.onError(thrown);
          },
        );
      },
    }),
    [readPage],
  );
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const kind = name.split('.')[0]!;
  const chosen = useGridColumns((state) => state[kind]);
  const shown = useMemo(() => {
    // Rows that are left out without a sign of it would be missed.
    const ranged = Object.fromEntries(Object.keys(ranges).map((column) => [column, true]));
    return fittedColumns(columns, width ?? 0, { ...chosen, ...ranged });
  }, [columns, width, chosen, ranges]);
  const shownNow = useRef(shown);
  shownNow.current = shown;
  const columnDefaults = useMemo<ColDef<Row>>(
    () => ({
      resizable: true,
      suppressHeaderMenuButton: true,
      suppressMovable: false,
      suppressKeyboardEvent: ({ event, ...of }) => isFoldKey(event, { ...of, folds: now.current.folds }),
    }),
    [],
  );
  const definitions = useMemo(
    () => columns.map((column) => columnDefinition(column, shownNow.current.has(column.id))),
    [columns],
  );
  useEffect(() => {
    if (api === null) return;
    const [there, gone] = [columns.filter(({ id }) => shown.has(id)), columns.filter(({ id }) => !shown.has(id))];
    api.setColumnsVisible(idsOf(there), true);
    api.setColumnsVisible(idsOf(gone), false);
  }, [api, columns, shown]);
  useEffect(() => {
    if (version > 0) api?.refreshInfiniteCache();
  }, [api, version]);

  useEffect(() => {
    if (api !== null && !areSameRanges(rangesOfModel(api.getFilterModel()), ranges))
      api.setFilterModel(modelOfRanges(ranges));
  }, [api, ranges]);

  const { selected } = properties;
  const followed = useRef<Properties<Row>['selected']>(undefined);
  const follow = (grid: GridApi<Row>): void => {
    const wanted = now.current.selected;
    if (wanted === undefined) return;
    if (wanted === null) {
      if (grid.getSelectedRows().length > 0) grid.deselectAll();
      return;
    }
    const index = wanted.index();
    // Scrolls once, so that the user can scroll on; waits until the row's index is known.
    if (followed.current !== wanted && index !== null && index < grid.getDisplayedRowCount()) {
      followed.current = wanted;
      grid.ensureIndexVisible(index);
    }
    const row = grid.getRowNode(wanted.id);
    if (row !== undefined && row.isSelected() !== true) row.setSelected(true, true);
  };
  useEffect(() => {
    if (api !== null) follow(api);
  }, [api, selected]);

  const started = useRef<number | undefined>(undefined);
  const start = (grid: GridApi<Row>): void => {
    const { startAt } = now.current;
    if (startAt === undefined || started.current === startAt || rows.current === 0) return;
    const index = Math.min(startAt, rows.current - 1);
    if (index >= grid.getDisplayedRowCount()) return;
    // Brings the page of the row, if it is not there yet.
    grid.ensureIndexVisible(index);
    const row = grid.getDisplayedRowAtIndex(index);
    if (row?.data === undefined) return;
    started.current = startAt;
    const [column] = grid.getAllDisplayedColumns();
    if (column !== undefined) grid.setFocusedCell(index, column);
    row.setSelected(true, true);
  };
  useEffect(() => {
    if (api !== null) start(api);
  }, [api, properties.startAt]);

  const selectFocused = (grid: GridApi<Row>): void => {
    if (now.current.selectsFocused !== true || place.current?.contains(document.activeElement) !== true) return;
    const focused = grid.getFocusedCell();
    // A grid that is going away answers nothing.
    const row = focused == null ? undefined : grid.getDisplayedRowAtIndex(focused.rowIndex);
    if (row?.data !== undefined && row.isSelected() !== true) row.setSelected(true, true);
  };

  useListToEnter(useMemo(() => (api === null ? null : () => void enterRows(api)), [api]));

  const open = (row: Row | undefined, index: number | null): void => {
    if (row !== undefined && index !== null) now.current.onOpen(row, index, sortNow(api));
  };
  const press = ({ data, node, event, column }: CellKeyDownEvent<Row>): void => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Enter') open(data, node.rowIndex);
    else if (isFoldKey(event, { folds: now.current.folds, column, data, api })) now.current.folds!.toggle(data!);
    else if (data !== undefined) now.current.keys?.[event.code]?.(data);
  };

  return (
    <div className={classes.frame} role="region" aria-label={label}>
      <div ref={place} className={classes.room}>
        <div className={classes.grid} data-rows={rowHeight}>
          {/* Which columns fit is known once the width is. */}
          {width !== null && (
            <AgGridReact<Row>
              // AG Grid reads its texts once.
              key={language}
              theme={GRID_THEME}
              styleNonce={styleNonce()}
              rowModelType="infinite"
              datasource={datasource}
              columnDefs={definitions}
              defaultColDef={columnDefaults}
              getRowId={({ data }) => now.current.idOf(data)}
              cacheBlockSize={PAGE}
              maxConcurrentDatasourceRequests={2}
              blockLoadDebounceMillis={20}
              maxBlocksInCache={20}
              // A whole page: when the height of rows changes, AG Grid leaves the rows that it does not count as they are.
              infiniteInitialRowCount={Math.max(PAGE, kept?.rows ?? 0)}
              initialState={{ ...kept?.state, filter: { filterModel: modelOfRanges(ranges) } }}
              rowSelection={{ mode: 'singleRow', checkboxes: false, enableClickSelection: true }}
              multiSortKey="ctrl"
              suppressMultiSort
              suppressNoRowsOverlay
              enableBrowserTooltips
              getLocaleText={({ key, defaultValue, variableValues }) =>
                textOfGrid(key, variableValues, language) ?? defaultValue
              }
              // One tab stop, as ARIA practices recommend for a grid: arrow keys move on, up to the headers too.
              focusGridInnerElement={({ api: grid }) => enterRows(grid as GridApi<Row>)}
              tabToNextCell={() => false}
              tabToNextHeader={() => false}
              // AG Grid's sort animation takes 400 ms, and rows that come from the engine have no origin to move from.
              animateRows={false}
              // Column animation takes 200 ms.
              suppressColumnMoveAnimation
              onGridReady={({ api: ready }) => setApi(ready as GridApi<Row>)}
              onGridPreDestroyed={() => setApi(null)}
              onStateUpdated={({ state }) => keepGrid(name, { state: keptPart(state), rows: rows.current })}
              onFilterChanged={({ api: grid }) => {
                const next = rangesOfModel(grid.getFilterModel());
                if (!areSameRanges(next, now.current.ranges ?? NO_RANGES)) now.current.onRanges?.(next);
              }}
              onModelUpdated={({ api: grid }) => {
                follow(grid as GridApi<Row>);
                start(grid as GridApi<Row>);
                selectFocused(grid as GridApi<Row>);
              }}
              onCellFocused={({ api: grid }) => selectFocused(grid as GridApi<Row>)}
              onSelectionChanged={({ api: grid }) =>
                now.current.onSelect?.((grid.getSelectedRows()[0] as Row | undefined) ?? null)
              }
              onRowClicked={({ data, rowIndex, event }) => {
                if (!isFirstClick(event)) return;
                const isLink = isOnLink(event);
                if (isLink) dropSecondClick();
                if (isLink || now.current.opensOnClick === true) open(data, rowIndex);
              }}
              onRowDoubleClicked={({ data, rowIndex }) => {
                if (now.current.opensOnClick !== true) open(data, rowIndex);
              }}
              onCellKeyDown={(event) => 'column' in event && press(event as CellKeyDownEvent<Row>)}
            />
          )}
        </div>
      </div>
      <div className={classes.foot}>
        <div className={classes.note}>{note}</div>
        <ColumnsButton kind={kind} columns={columns} shown={shown} />
      </div>
    </div>
  );
}

/** Not the second one of a double click, nor one on a button in the row. */
const isFirstClick = (event: Event | null | undefined): event is MouseEvent =>
  event instanceof MouseEvent &&
  event.detail < 2 &&
  !(event.target instanceof Element && event.target.closest('button, a') !== null);

const idsOf = (columns: readonly { id: string }[]): string[] => columns.map(({ id }) => id);

/** Focuses the last focused cell, or the first row; returns false without a row. */
function enterRows<Row>(api: GridApi<Row>): boolean {
  const { rowIndex = 0, column = api.getAllDisplayedColumns()[0] } = api.getFocusedCell() ?? {};
  if (column === undefined || rowIndex >= api.getDisplayedRowCount()) return false;
  api.ensureIndexVisible(rowIndex);
  api.ensureColumnVisible(column);
  api.setFocusedCell(rowIndex, column);
  return true;
}

const sortNow = <Row,>(api: GridApi<Row> | null): GridSort | undefined => {
  const sorted = api?.getState().sort?.sortModel[0];
  return sorted === undefined ? undefined : { column: sorted.colId, descending: sorted.sort === 'desc' };
};

/** @returns undefined for what the grid may as well say in English */
function textOfGrid(key: string, values: readonly string[] = [], language: Language): string | undefined {
  const id = `grid.${key}`;
  const named = Object.fromEntries(values.map((value, index) => [`v${index}`, value]));
  return isText(id) ? textOf([{ id, values: named }], language) : undefined;
}
