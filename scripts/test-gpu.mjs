// npm run test:gpu: training through WebGPU, on a GPU or in software. Only what every Node understands stands here.
import { requireSupportedNode } from './setup/node-version.mjs';

requireSupportedNode();
import('./check/check-gpu.mjs')
  .then(function (module) {
    return module.checkGpu(process.argv.slice(2));
  })
  .then(function (status) {
    process.exitCode = status;
  });
