/** How exact, and where a model is trained. */
import type { Knob } from '../knob';

export const NUMERIC_KNOBS = {
  'numeric.mode': {
    kind: 'choice',
    choices: ['portable', 'fast', 'everywhere'],
    default: 'portable',
    label: { en: 'Exactness', ko: '정확성' },
    help: {
      en: 'portable: the same bits on every x86-64 processor. fast: uses all the machine has. everywhere: the same bits on every system, slow.',
      ko: '어느 PC에서나 동일: 모든 x86-64 프로세서에서 같은 결과. 빠름: 최대 속도. 모든 시스템에서 동일: 어디서나 같은 결과, 느림.',
    },
  },
  'numeric.device': {
    kind: 'choice',
    choices: ['auto', 'cpu', 'gpu'],
    default: 'auto',
    label: { en: 'Device', ko: '장치' },
    help: {
      en: 'Where the model is trained. gpu fails where there is none and needs the mode fast; auto takes a GPU in the mode fast where there is one, else the CPU.',
      ko: '학습 장치. GPU를 고르면 빠름 모드여야 하고, GPU가 없으면 시작되지 않습니다. 자동은 빠름 모드에서 GPU가 있으면 GPU를, 아니면 CPU를 사용합니다.',
    },
  },
} as const satisfies Record<string, Knob>;
