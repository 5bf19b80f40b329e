/** What other features may use of the engine side of this feature. */
export { scoreSum, scoreUnknown } from './why/score-sum';
