// npm run check [-- --rest | --measures]: format, types, lint and the nearest tests that start no program, for use after each edit; all that are due; or figures of the code.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
if (process.argv.includes('--measures'))
  import('./check/measures.mjs').then(function (module) {
    return module.printMeasures();
  });
else
  import('./check/check-all.mjs').then(function (module) {
    return module.checkQuickly(process.argv.includes('--rest'));
  });
