/** What other features may use of this side. */
export { popularText, rivalText } from './verdict-text';
