#!/usr/bin/env node
// npm run setup [-- --tests]: everything that a fresh clone needs. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./setup/set-up.mjs').then(function (module) {
  return module.setUpFromCommandLine(process.argv.slice(2));
});
