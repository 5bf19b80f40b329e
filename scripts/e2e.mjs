// npm run test:e2e [-- --all --slow] [FILTER...]: the tests that drive the window. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
const given = process.argv.slice(2);
if (given.includes('--all')) process.env.SHELFWISE_TESTS = 'all';
if (given.includes('--slow')) process.env.SHELFWISE_E2E_SLOW = 'yes';
import('./check/check-all.mjs').then(function (module) {
  const filters = given.filter((argument) => !argument.startsWith('--'));
  return module.checkAll(filters.length === 0 ? ['tests/e2e/'] : filters);
});
