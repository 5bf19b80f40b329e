/** What other features may use of the engine side of this feature. */
export { activity } from './activity';
export { addData } from './add-data';
