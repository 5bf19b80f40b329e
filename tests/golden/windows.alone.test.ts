/**
 * The golden runs on Windows, by Wine.
 *
 * @module-tag rare
 */
import { testTools } from '../support/test-tools';
import { GOLDEN_ROWS } from './golden-run';
import { testOnSystem } from './on-other-system';

testOnSystem('win32-x64', testTools().windows.reason, GOLDEN_ROWS);
