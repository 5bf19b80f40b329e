/**
 * The kernels of tfjs-node whose operations the addon computes (exact/addon/elementwise.cc, moving.cc, sums.cc). Its register_all_kernels.js would load some 150
 * more, which ask for operations that the addon lacks.
 */
import { absConfig } from '@tensorflow/tfjs-node/dist/kernels/Abs';
import { addConfig } from '@tensorflow/tfjs-node/dist/kernels/Add';
import { batchMatMulConfig } from '@tensorflow/tfjs-node/dist/kernels/BatchMatMul';
import { castConfig } from '@tensorflow/tfjs-node/dist/kernels/Cast';
import { concatConfig } from '@tensorflow/tfjs-node/dist/kernels/Concat';
import { expConfig } from '@tensorflow/tfjs-node/dist/kernels/Exp';
import { fillConfig } from '@tensorflow/tfjs-node/dist/kernels/Fill';
import { gatherV2Config } from '@tensorflow/tfjs-node/dist/kernels/GatherV2';
import { greaterConfig } from '@tensorflow/tfjs-node/dist/kernels/Greater';
import { identityConfig } from '@tensorflow/tfjs-node/dist/kernels/Identity';
import { isNanConfig } from '@tensorflow/tfjs-node/dist/kernels/IsNan';
import { logConfig } from '@tensorflow/tfjs-node/dist/kernels/Log';
import { maximumConfig } from '@tensorflow/tfjs-node/dist/kernels/Maximum';
import { multiplyConfig } from '@tensorflow/tfjs-node/dist/kernels/Multiply';
import { negConfig } from '@tensorflow/tfjs-node/dist/kernels/Neg';
import { padV2Config } from '@tensorflow/tfjs-node/dist/kernels/PadV2';
import { realDivConfig } from '@tensorflow/tfjs-node/dist/kernels/RealDiv';
import { reluConfig } from '@tensorflow/tfjs-node/dist/kernels/Relu';
import { reshapeConfig } from '@tensorflow/tfjs-node/dist/kernels/Reshape';
import { selectConfig } from '@tensorflow/tfjs-node/dist/kernels/Select';
import { sliceConfig } from '@tensorflow/tfjs-node/dist/kernels/Slice';
import { splitVConfig } from '@tensorflow/tfjs-node/dist/kernels/SplitV';
import { sqrtConfig } from '@tensorflow/tfjs-node/dist/kernels/Sqrt';
import { squareConfig } from '@tensorflow/tfjs-node/dist/kernels/Square';
import { stepConfig } from '@tensorflow/tfjs-node/dist/kernels/Step';
import { subConfig } from '@tensorflow/tfjs-node/dist/kernels/Sub';
import { sumConfig } from '@tensorflow/tfjs-node/dist/kernels/Sum';
import { tanhConfig } from '@tensorflow/tfjs-node/dist/kernels/Tanh';
import { transposeConfig } from '@tensorflow/tfjs-node/dist/kernels/Transpose';
import { zerosLikeConfig } from '@tensorflow/tfjs-node/dist/kernels/ZerosLike';
import type { KernelConfig } from '@tensorflow/tfjs';

export const COMPUTED_KERNELS: readonly KernelConfig[] = [
  absConfig,
  addConfig,
  batchMatMulConfig,
  castConfig,
  concatConfig,
  expConfig,
  fillConfig,
  gatherV2Config,
  greaterConfig,
  identityConfig,
  isNanConfig,
  logConfig,
  maximumConfig,
  multiplyConfig,
  negConfig,
  padV2Config,
  realDivConfig,
  reluConfig,
  reshapeConfig,
  selectConfig,
  sliceConfig,
  splitVConfig,
  sqrtConfig,
  squareConfig,
  stepConfig,
  subConfig,
  sumConfig,
  tanhConfig,
  transposeConfig,
  zerosLikeConfig,
];
