/** Installing the pack that lets TensorFlow use a GPU. */
import type { Templates } from '../../../shared/words/templates';

export const GPU_PACK_WORDS = {
  'gpu.nothing-to-measure': { en: 'There is no GPU to measure.', ko: '측정할 GPU가 없습니다.' },
  'gpu.pack-busy': {
    en: 'The GPU pack is being installed or removed at this moment, by this or another program. Wait until that is done.',
    ko: '지금 이 프로그램이나 다른 프로그램에서 GPU 팩을 설치하거나 제거하고 있습니다. 끝날 때까지 기다리세요.',
  },
  'gpu.pack-system': {
    en: 'The GPU pack is for Linux on x64 processors with an NVIDIA card; this is {platform} {architecture}. The processor alone is fine.',
    ko: 'GPU 팩은 x64 프로세서와 NVIDIA 카드가 있는 Linux용입니다. 이 컴퓨터: {platform} {architecture}. 프로세서만으로도 충분합니다.',
  },
  'gpu.pack-space': {
    en: 'The GPU pack needs {needed} on the disk of {folder}, where {free} is free. Free some space, or set SHELFWISE_PACKS to a folder on another disk.',
    ko: 'GPU 팩에 필요한 디스크 공간은 {needed}인데 {folder}에 남은 공간은 {free}입니다. 공간을 확보하거나 SHELFWISE_PACKS에 다른 디스크의 폴더를 지정하세요.',
  },
  'gpu.pack-stopped': {
    en: 'Stopped. What was downloaded is kept: install again to go on from there, or remove it (shelfwise gpu remove).',
    ko: '중지했습니다. 내려받은 것은 보관합니다. 다시 설치하면 이어서 받고, 필요 없으면 제거하세요(shelfwise gpu remove).',
  },
  'gpu.pack-none': { en: 'There is no GPU pack in {folder}.', ko: '{folder}: GPU 팩이 없습니다.' },
  'gpu.pack-in-use': {
    en: 'The GPU pack is in use (process {processes}). Wait for the run on the GPU to end, or stop it.',
    ko: 'GPU 팩을 사용 중입니다(프로세스 {processes}). GPU에서 진행 중인 학습이 끝나기를 기다리거나 중지하세요.',
  },
  'download.broke-off': {
    en: 'The download of {file} broke off {times} times ({cause}). What was downloaded is kept: start again to continue.',
    ko: '{file}: 내려받기가 {times}번 끊겼습니다({cause}). 받은 것은 보관합니다. 다시 하면 이어서 받습니다.',
  },
  'download.other-file': {
    en: 'What was downloaded as {file} is not the file that this version of Shelfwise was made for (its SHA-256 is not {sha256}). It was deleted. Try again; if the same happens, ask who runs your package index.',
    ko: '{file}: 내려받은 파일이 이 버전의 Shelfwise에 맞는 파일이 아닙니다(SHA-256이 {sha256}와 다름). 파일을 지웠습니다. 다시 해 보고 같은 일이 생기면 패키지 인덱스 관리자에게 문의하세요.',
  },
  'unpack.stopped': { en: 'The unpacking was stopped.', ko: '압축 풀기를 중지했습니다.' },
} as const satisfies Templates;
