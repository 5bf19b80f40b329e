/** What other features may use of the engine side of this feature. */
export { exportedAgain } from './exported-again';
export { refuseUnexportable } from './exportable';
export { exportLists, listsForExport, listsOfExport } from './lists-for-export';
export type { ExportedLists } from './lists';
export type { MadeOfLists } from './made-of-lists';
