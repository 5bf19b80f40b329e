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
      ko: 'portable: 모든 x86-64에서 같은 결과. fast: 최대 속도. everywhere: 모든 시스템에서 같은 결과, 느림.',
    },
  },
  'numeric.device': {
    kind: 'choice',
    choices: ['auto', 'cpu', 'gpu'],
    default: 'auto',
    label: { en: 'Device', ko: '장치' },
    help: {
      en: 'Where the model is trained. gpu fails where there is none and needs the mode fast; auto takes a GPU in the mode fast where there is one, else the CPU.',
      ko: '학습 장치. gpu는 없으면 오류이며 fast 모드가 필요합니다. auto는 fast 모드에서 GPU가 있으면 GPU, 아니면 CPU를 사용합니다.',
    },
  },
} as const satisfies Record<string, Knob>;
