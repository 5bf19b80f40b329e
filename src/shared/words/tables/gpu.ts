/** The GPU, and what computes in its place. */
import type { Templates } from '../templates';

export const GPU_WORDS = {
  'gpu.processor-companions': {
    en: 'The GPU trains the autoencoder. The processor scores the validation part, trains the companion models, and makes the lists where companions or popularity among peers are mixed in.',
    ko: 'GPU는 오토인코더를 학습합니다. 검증용 데이터의 채점과 함께 쓸 모델의 학습은 프로세서가 하고, 함께 쓸 모델이나 비슷한 아이의 인기를 섞은 목록도 프로세서가 만듭니다.',
  },
  'gpu.processor-peers': {
    en: 'The GPU trains the autoencoder. The processor scores the validation part, and makes the lists where popularity among peers is mixed in.',
    ko: 'GPU는 오토인코더를 학습합니다. 검증용 데이터의 채점은 프로세서가 하고, 비슷한 아이의 인기를 섞은 목록도 프로세서가 만듭니다.',
  },
  'gpu.processor-hidden': {
    en: 'The GPU trains the autoencoder. The processor scores the validation part, and makes the lists, since a part of the histories is hidden.',
    ko: 'GPU는 오토인코더를 학습합니다. 검증용 데이터의 채점은 프로세서가 하고, 시청 이력의 일부를 가리므로 목록도 프로세서가 만듭니다.',
  },
  'gpu.processor-alone': {
    en: 'The GPU trains the autoencoder and finds the titles of the lists. The processor scores the validation part, and scores those titles again, so that the lists are those that it makes of the same model.',
    ko: 'GPU는 오토인코더를 학습하고 목록에 오를 작품을 찾습니다. 검증용 데이터의 채점은 프로세서가 하고, 찾은 작품의 점수도 프로세서가 다시 계산하므로 목록은 같은 모델로 프로세서가 만든 것과 같습니다.',
  },
  'gpu.out-of-memory': {
    en: 'The GPU has too little memory for this model. Close other programs that use it, lower optimiser.batch or structure.width, or train on the processor (numeric.device=cpu).',
    ko: 'GPU 메모리가 부족합니다. GPU를 쓰는 다른 프로그램을 끝내거나 optimiser.batch 또는 structure.width 값을 낮추거나 프로세서로 학습하세요(numeric.device=cpu).',
  },
  'gpu.lost': {
    en: 'The GPU was lost in the middle of the work ({name}: {cause}): its driver was reset or updated, the card was unplugged, or the computer slept. What was learned until it was last saved is kept.',
    ko: '작업 중에 GPU와 연결이 끊어졌습니다({name}: {cause}). 드라이버가 재설정되거나 업데이트되었거나, 카드가 분리되었거나, 컴퓨터가 절전 상태에 들어갔을 수 있습니다. 마지막 저장 시점까지 학습한 내용은 남아 있습니다.',
  },
  'gpu.silent': {
    en: 'The GPU has not answered for two minutes ({name}). What was learned until it was last saved is kept.',
    ko: 'GPU가 2분 동안 응답하지 않았습니다({name}). 마지막 저장 시점까지 학습한 내용은 남아 있습니다.',
  },
  'gpu.binding': {
    en: 'This GPU reaches {most} bytes at a time, and this data needs {needed}. Lower optimiser.batch or structure.width, or train on the processor (numeric.device=cpu).',
    ko: '이 GPU가 한 번에 다룰 수 있는 크기는 {most}바이트인데 이 데이터에는 {needed}바이트가 필요합니다. optimiser.batch 또는 structure.width 값을 낮추거나 프로세서로 학습하세요(numeric.device=cpu).',
  },
  'gpu.not-compiled': {
    en: 'The driver of the GPU refuses a program ({name}: {cause}).',
    ko: 'GPU 드라이버가 프로그램을 받아들이지 않습니다({name}: {cause}).',
  },
  'gpu.webgpu-electron': {
    en: 'This app came without the Node that WebGPU needs, so it cannot use a GPU. The command line from a checkout can.',
    ko: '이 앱에는 WebGPU에 필요한 Node가 들어 있지 않아 GPU를 쓸 수 없습니다. 소스를 받아 명령줄로 실행하면 쓸 수 있습니다.',
  },
  'gpu.webgpu-absent': {
    en: 'The optional package for WebGPU, through which any GPU can be used, is not installed ("npm install" brings it).',
    ko: '모든 GPU를 쓸 수 있게 하는 선택 패키지 WebGPU가 설치되어 있지 않습니다("npm install" 명령으로 설치).',
  },
  'gpu.webgpu-not-loaded': {
    en: 'The package for WebGPU could not be loaded ({cause}).',
    ko: 'WebGPU 패키지를 불러올 수 없습니다({cause}).',
  },
  'gpu.webgpu-no-adapter': {
    en: 'WebGPU finds no GPU: there is no card, or its driver has no Vulkan (Linux), D3D12 (Windows) or Metal (macOS).',
    ko: 'WebGPU가 GPU를 찾지 못했습니다. 카드가 없거나 드라이버가 Vulkan(Linux), D3D12(Windows), Metal(Mac)을 지원하지 않습니다.',
  },
  'gpu.webgpu-software': {
    en: 'WebGPU finds an adapter in software only. It computes on the processor, and is slower than Shelfwise’s own kernels.',
    ko: 'WebGPU가 찾은 것은 소프트웨어 어댑터뿐입니다. 프로세서로 계산하므로 Shelfwise의 자체 커널보다 느립니다.',
  },
  'gpu.webgpu-silent': {
    en: 'WebGPU was tried in a process of its own, which did not answer within {seconds} seconds and was ended.',
    ko: '별도 프로세스에서 WebGPU를 시험했지만 {seconds}초 안에 응답이 없어 끝냈습니다.',
  },
  'gpu.webgpu-died': {
    en: 'WebGPU was tried in a process of its own, which ended by itself. It said: {cause}',
    ko: '별도 프로세스에서 WebGPU를 시험했지만 프로세스가 저절로 끝났습니다. 메시지: {cause}',
  },
  'gpu.webgpu-wrong': {
    en: 'The GPU computes wrongly through WebGPU ({name}: {pass} is off by {off}). Update its driver.',
    ko: 'GPU가 WebGPU로 잘못 계산합니다({name}: {pass}의 오차 {off}). 드라이버를 업데이트하세요.',
  },
  'gpu.webgpu-model': {
    en: 'Through WebGPU only the autoencoder is trained, and this model is {model}.',
    ko: 'WebGPU로는 오토인코더만 학습하는데 이 모델은 {model}입니다.',
  },
  'gpu.webgpu-knob': {
    en: 'Through WebGPU nothing is trained with {knob}={value}.',
    ko: '{knob}={value} 설정은 WebGPU로 학습할 수 없습니다.',
  },
  'gpu.through-webgpu': { en: 'It computes through WebGPU.', ko: 'WebGPU로 계산합니다.' },
  'gpu.measured-faster': {
    en: 'It was measured {times} times as fast as the processor (data of {titles} titles, width {hidden}).',
    ko: '측정해 보니 프로세서보다 {times}배 빠릅니다(작품 {titles}편, 너비 {hidden}).',
  },
  'gpu.measured-slower': {
    en: 'It was measured slower than the processor: {times} times as long (data of {titles} titles, width {hidden}).',
    ko: '측정해 보니 프로세서보다 느려서 {times}배 오래 걸립니다(작품 {titles}편, 너비 {hidden}).',
  },
  'gpu.measured-damaged': {
    en: 'The file of what was measured of GPUs is damaged.',
    ko: 'GPU 측정 파일이 손상되었습니다.',
  },
  'gpu.another': {
    en: 'This training began on another GPU, driver or version ({began}) than is here now ({now}). Its result would differ, so it does not go on. Train a new model.',
    ko: '이 학습을 시작한 GPU, 드라이버 또는 버전({began})이 지금({now})과 다릅니다. 결과가 달라지므로 이어서 하지 않습니다. 새로 학습하세요.',
  },
  'gpu.asked-in-vain': {
    en: 'A GPU was asked for (numeric.device=gpu), but none can be used.',
    ko: 'GPU를 요청했지만(numeric.device=gpu) 사용할 수 있는 GPU가 없습니다.',
  },
  'gpu.set-cpu': {
    en: 'To train on the processor, set numeric.device=cpu.',
    ko: '프로세서로 학습하려면 numeric.device=cpu로 설정하세요.',
  },
} as const satisfies Templates;
