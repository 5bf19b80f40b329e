/** What other features may show of the window side of this feature. */
export { ModelOrShelf } from './ModelOrShelf';
