/** How products are computed, and the device of training. */
import { DAE, type Knob } from '../knob';

export const NUMERIC_KNOBS = {
  'numeric.products': {
    ...DAE,
    kind: 'choice',
    choices: ['float32', 'bfloat16'],
    default: 'float32',
    label: { en: 'Multiplication', ko: '곱셈 정밀도' },
    help: {
      en: 'How exactly the autoencoder multiplies while it is trained. float32: in 32 bits. bfloat16: in two thirds of the time where the processor has AVX-512 for it. Either gives the same bits on every computer; a GPU takes float32 alone.',
      ko: '오토인코더를 학습할 때 곱셈을 얼마나 정밀하게 계산할지 정합니다. float32: 32비트로 계산합니다. bfloat16: 프로세서에 이를 위한 AVX-512가 있으면 시간이 3분의 2로 줄어듭니다. 어느 쪽이든 모든 컴퓨터에서 결과가 비트까지 같습니다. GPU로는 float32만 쓸 수 있습니다.',
    },
  },
  'numeric.device': {
    kind: 'choice',
    choices: ['cpu', 'gpu'],
    default: 'cpu',
    label: { en: 'Device', ko: '장치' },
    help: {
      en: 'Where the autoencoder is trained. CPU: the result is the same on every computer, bit for bit. GPU: by this computer’s GPU; the result is the same again on this GPU and driver. Training does not start on a computer without one.',
      ko: '오토인코더를 어디에서 학습할지 정합니다. CPU: 모든 컴퓨터에서 결과가 비트까지 같습니다. GPU: 이 컴퓨터의 GPU로 학습하며, 같은 GPU와 드라이버에서 다시 학습하면 결과가 같습니다. GPU가 없으면 시작되지 않습니다.',
    },
  },
} as const satisfies Record<string, Knob>;
