// npm run test:packages: installs, uses and removes each package. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./check/check-packages.mjs')
  .then(function (module) {
    return module.checkPackages(process.argv.slice(2));
  })
  .then(function (status) {
    process.exitCode = status === null ? 1 : status;
  });
