/** The real preload, on Electron 9. */
import 'core-js/actual';
import '../../../src/preload/preload';
