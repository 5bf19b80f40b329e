// npm run check: format, types, lint and the tests that start no program, for use after each edit.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./check/check-all.mjs').then(function (module) {
  return module.checkQuickly();
});
