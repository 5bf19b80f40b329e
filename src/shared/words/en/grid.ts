/** What AG Grid says itself; each key is one of its own. */
export const grid = {
  ariaSortableColumn: 'Press ENTER to sort',
  ariaRowSelect: 'Press SPACE to select this row',
  ariaRowDeselect: 'Press SPACE to deselect this row',
  ariaRowIndex: 'Row {{v0}}',
  loadingOoo: 'Loading...',
  loadingError: 'Could not be read',
  noRowsToShow: 'No rows',
  overlayLoading: 'Loading',
};
