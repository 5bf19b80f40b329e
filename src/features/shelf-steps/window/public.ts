/** What other features may show of the window side of this feature. */
export { EmptyShelfLine } from './EmptyShelfLine';
export { ModelOrShelf } from './ModelOrShelf';
