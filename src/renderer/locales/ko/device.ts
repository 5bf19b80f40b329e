import type { device as source } from '../en/device';
import type { Strings } from '../strings';

export const device: Strings<typeof source> = {
  lead: '모델을 계산하는 장치입니다. CPU만으로도 충분하며 한 번 학습에 몇 분이면 됩니다.',
  again: '다시 확인',
  findings: '확인 결과',
  severity: { good: '정상', warning: '확인 필요', problem: '문제' },
  computes: '계산 환경',
  backend: '계산 라이브러리',
  backends: { tensorflow: 'TensorFlow {{version}}(네이티브)', wasm: '이식용 커널(WASM {{version}})' },
  backendReason: '네이티브가 아닌 이유',
  device: '장치',
  instructionSet: '명령어 집합',
  exactness: '정확성',
  threads: '스레드',
  system: '시스템',
  program: '프로그램',
  versions: '버전',
  versionsHelp: '계산과 파일에 관여하는 구성 요소입니다.',
  package: '패키지',
  version: '버전',
  flags: '수치 설정',
  library: '라이브러리(SHA-256)',
  allVersions: '패키지 {{count, number}}개 모두 보기',
};
