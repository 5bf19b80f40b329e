// npm run fix: repairs what can be repaired without a person.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./check/fix.mjs').then(function (module) {
  return module.fix();
});
