// npm test [-- FILTER...]: everything that must hold. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./check/check-all.mjs').then(function (module) {
  return module.checkAll(process.argv.slice(2));
});
