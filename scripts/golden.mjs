// npm run golden: the golden runs, on every processor that can be emulated here. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
process.env.SHELFWISE_TESTS = 'all';
import('./check/check-all.mjs').then(function (module) {
  return module.checkAll(['tests/golden/']);
});
