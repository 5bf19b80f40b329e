// npm test [-- --all --times] [FILTER...]: everything that must hold. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
const given = process.argv.slice(2);
if (given.includes('--all')) process.env.SHELFWISE_TESTS = 'all';
import('./check/check-all.mjs').then(function (module) {
  return module.checkAll(given.filter((argument) => argument !== '--all'));
});
