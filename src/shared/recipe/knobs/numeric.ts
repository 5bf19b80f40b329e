/** Numeric mode and device of training. */
import { DAE, type Knob } from '../knob';

export const NUMERIC_KNOBS = {
  'numeric.mode': {
    kind: 'choice',
    choices: ['portable', 'fast', 'everywhere'],
    default: 'portable',
    label: { en: 'Exactness', ko: '정확성' },
    help: {
      en: 'Where the run comes out the same, bit for bit. Portable: on every x86-64 processor. Fast: on this computer, with all its speed. Everywhere: on every system; slow.',
      ko: '어디까지 결과가 비트 단위로 같은지 정합니다. 어느 PC에서나 동일: 모든 x86-64 프로세서에서 같습니다. 빠름: 이 컴퓨터의 성능을 모두 씁니다. 모든 시스템에서 동일: 어디서나 같지만 느립니다.',
    },
  },
  'numeric.products': {
    ...DAE,
    kind: 'choice',
    choices: ['mode', 'bfloat16'],
    default: 'mode',
    label: { en: 'Multiplication', ko: '곱셈 정밀도' },
    help: {
      en: 'How exactly the autoencoder multiplies while it is trained. bfloat16: in two thirds of the time where the processor has AVX-512 for it, with the same bits on every x86-64 processor. On a GPU, and where the program lacks its own kernels: in 32 bits.',
      ko: '오토인코더를 학습할 때 곱셈을 얼마나 정밀하게 계산할지 정합니다. bfloat16: 프로세서에 이를 위한 AVX-512가 있으면 시간이 3분의 2로 줄고, 모든 x86-64 프로세서에서 결과가 비트 단위로 같습니다. GPU를 쓰거나 프로그램의 자체 커널이 없으면 32비트로 계산합니다.',
    },
  },
  'numeric.device': {
    kind: 'choice',
    choices: ['auto', 'cpu', 'gpu'],
    default: 'auto',
    label: { en: 'Device', ko: '장치' },
    help: {
      en: 'Where the model is trained. Auto: with the exactness Fast, on a GPU if a short measurement finds it faster; otherwise on the CPU. GPU: needs Fast, and does not start where there is none.',
      ko: '어디에서 학습할지 정합니다. 자동: 정확성이 ‘빠름’일 때, GPU를 잠깐 재어 보아 더 빠르면 씁니다. 그 밖에는 CPU를 씁니다. GPU: 정확성이 ‘빠름’이어야 하며 GPU가 없으면 시작되지 않습니다.',
    },
  },
} as const satisfies Record<string, Knob>;
