// npm run test:cluster: units on a Ray cluster of three nodes, on this computer. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./check/check-cluster.mjs')
  .then(function (module) {
    return module.checkCluster(process.argv.slice(2));
  })
  .then(function (status) {
    process.exitCode = status === null ? 1 : status;
  });
