// npm run package: the installers of this system. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./package/make-packages.mjs').then(function (module) {
  return module.makePackages(process.argv.slice(2));
});
