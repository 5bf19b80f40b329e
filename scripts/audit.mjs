// npm run audit: licences and known vulnerabilities of the packages. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./check/audit.mjs').then(function (module) {
  return module.audit();
});
