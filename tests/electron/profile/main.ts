/** The real main process, on Electron 9. */
import 'core-js/actual';
import './node-additions';
import '../../../src/main/main';
