// npm run mutate -- [--sample N [--seed S]] [--whole] FOLDER_OR_FILE...: plants one-line faults and shows which of them no unit test sees. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./mutate/mutate.mjs').then(function (module) {
  return module.mutate(process.argv.slice(2));
});
