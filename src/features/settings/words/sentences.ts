/** What the doctor finds: of the backend, of the disk, of runs. */
import type { Templates } from '../../../shared/words/templates';

export const DOCTOR_SENTENCES = {
  'doctor.native': {
    en: 'Native TensorFlow {version} on the {device} ({name}, {instructions}).',
    ko: '네이티브 TensorFlow {version}, {device}에서 계산합니다({name}, {instructions}).',
  },
  'doctor.portable': {
    en: 'The portable kernels (WASM {version}) are used: exact, but 2 to 5 times slower.',
    ko: '모든 시스템용 커널(WASM {version})을 사용합니다. 정확하지만 2~5배 느립니다.',
  },
  'doctor.kernels': {
    en: "Shelfwise's own kernels are used: the same bits on every x86-64 processor, with all its threads.",
    ko: 'Shelfwise 자체 커널로 계산합니다. 모든 x86-64 프로세서에서, 스레드 수와 관계없이 결과가 같습니다.',
  },
  'doctor.no-kernels': {
    en: 'The kernels of TensorFlow are used: they are slower, and their bits differ from those of our own kernels on Linux x64. Run npm run setup to see why ours are missing.',
    ko: 'TensorFlow의 커널로 계산합니다. 더 느리고, 자체 커널을 쓰는 Linux x64와 결과의 비트가 다릅니다. 이유는 npm run setup이 알려 줍니다.',
  },
  'doctor.library': { en: 'Its library is {sha256}… (SHA-256).', ko: '라이브러리: {sha256}…(SHA-256).' },
  'doctor.library-unknown': {
    en: "The hash of TensorFlow's library is not known, so records cannot name it. Run npm run setup.",
    ko: 'TensorFlow 라이브러리의 해시를 몰라 기록에 남길 수 없습니다. npm run setup을 실행하세요.',
  },
  'doctor.library-unknown-cause': {
    en: "The hash of TensorFlow's library is not known ({cause}), so records cannot name it. Run npm run setup.",
    ko: 'TensorFlow 라이브러리의 해시를 몰라({cause}) 기록에 남길 수 없습니다. npm run setup을 실행하세요.',
  },
  'doctor.gpu': {
    en: 'A GPU can be used in "fast" mode: {name}, driver {driver}.',
    ko: '"fast" 모드에서 GPU를 사용할 수 있습니다: {name}, 드라이버 {driver}.',
  },
  'doctor.no-gpu': {
    en: 'No GPU is used; the processor alone is fine.',
    ko: 'GPU를 사용하지 않습니다. 프로세서만으로도 충분합니다.',
  },
  'doctor.fast': {
    en: '"fast" mode gives different bits on another processor or with another number of threads.',
    ko: '"fast" 모드는 프로세서나 스레드 수가 다르면 비트가 달라집니다.',
  },
  'doctor.little-space': {
    en: 'Only {megabytes} MB is free on the disk of the workspace. Empty the trash, in Settings or with gc, or choose another place.',
    ko: '작업 공간 디스크에 남은 공간이 {megabytes}MB뿐입니다. 설정 화면이나 gc 명령으로 휴지통을 비우거나 다른 위치를 고르세요.',
  },
  'doctor.trash': {
    en: 'The trash holds {megabytes} MB. Empty it in Settings or with gc.',
    ko: '휴지통 크기: {megabytes}MB. 설정 화면이나 gc 명령으로 비울 수 있습니다.',
  },
  'doctor.forgetting': {
    en: 'Forgetting a profile was begun on {day} and is not finished. The next command that uses this workspace (such as "shelfwise runs") finishes it, or the next start of the program.',
    ko: '{day}에 시작한 프로필 완전 삭제가 끝나지 않았습니다. 이 작업 공간을 다음에 쓰는 명령(예: runs)이나 프로그램이 마무리합니다.',
  },
  'doctor.crashed': {
    en: 'The run {run} ended without finishing. Resume it, or delete it.',
    ko: '추천 모델 {run}: 끝나지 못하고 종료되었습니다. 이어서 학습하거나 지우세요.',
  },
} as const satisfies Templates;
