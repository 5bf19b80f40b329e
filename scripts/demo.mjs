// npm run demo: the whole main job on the sample folder. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./demo/run-demo.mjs').then(function (module) {
  return module.runDemo();
});
