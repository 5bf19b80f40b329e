/** Units of work that a cluster can do, and repeated seeds. */
import type { Templates } from '../../../shared/words/templates';

export const UNIT_WORDS = {
  'unit.brought': {
    en: 'The model {run} came in the bundle {file} and was not verified on this computer, so it cannot take the place of training. Verify it (shelfwise verify), or delete it, and ask again.',
    ko: '모델 {run}: 모델 파일 {file}에서 열었고 이 컴퓨터에서 검증하지 않아 학습을 대신할 수 없습니다. 검증하거나(shelfwise verify) 지운 뒤 다시 시도하세요.',
  },
  'unit.brought-different': {
    en: 'The model {run} came in the bundle {file} and is not what training gives on this computer, so it is not used. {cause} Delete it (shelfwise delete), and ask again: it is then trained here.',
    ko: '모델 {run}: 모델 파일 {file}에서 열었는데 이 컴퓨터에서 학습한 결과와 달라 쓰지 않습니다. {cause} 이 모델을 지우고(shelfwise delete) 다시 시도하면 여기에서 학습합니다.',
  },
  'unit.no-validation': {
    en: 'There is no validation part to judge by: stopping.rule is fixed, or the data is too small for one. Set stopping.rule=validation, or use more data.',
    ko: '판단에 쓸 검증용 데이터가 없습니다. stopping.rule이 fixed이거나 데이터가 너무 적습니다. stopping.rule=validation으로 바꾸거나 데이터를 늘리세요.',
  },
  'unit.stopped': {
    en: 'The unit was stopped; the same unit goes on from where it is.',
    ko: '작업을 중지했습니다. 같은 작업을 다시 시작하면 멈춘 곳에서 이어집니다.',
  },
  'unit.other-run': {
    en: 'The model {run} is not that of this unit: its data, settings or seed are others. Move that model to the trash, or use another seed.',
    ko: '모델 {run}: 데이터, 설정, 재현 번호 중 하나가 이 작업과 다릅니다. 그 모델을 휴지통으로 옮기거나 다른 재현 번호를 사용하세요.',
  },
  'unit.other-build': {
    en: 'This unit is for the build {wanted}, and this is {build}. Bits may differ between builds: use the same one everywhere.',
    ko: '이 작업은 빌드 {wanted}에서 해야 하는데 이 프로그램의 빌드는 {build}입니다. 빌드가 다르면 결과의 비트가 다를 수 있으니 모든 곳에서 같은 빌드를 사용하세요.',
  },
  'unit.waits-for-lists': {
    en: 'The model is ready; its lists are made in parts. Join them, or resume {run} to make them here.',
    ko: '모델이 준비되었고 추천 목록은 나누어 만듭니다. 나눈 목록을 합치거나 {run}을(를) 이어서 학습해 여기서 만드세요.',
  },
  'unit.no-part': {
    en: 'Part {part} of {of} of the lists of the model {run} is missing or damaged. Make it, then join the parts again.',
    ko: '모델 {run}의 추천 목록: {of}개로 나눈 것 중 {part}번째가 없거나 손상되었습니다. 그 부분을 만든 뒤 다시 합치세요.',
  },
  'unit.other-lists': {
    en: 'The joined lists are not those of the model {run}. They are left in parts; verify the model.',
    ko: '합친 목록이 모델 {run}의 목록과 다릅니다. 나눈 채로 두었으니 모델을 검증하세요.',
  },
  'unit.paused': {
    en: 'It paused where it was asked to, before the hold-out was looked at. Resume {run} to earn its scores and make its lists.',
    ko: '요청한 곳에서 멈췄으며 평가 데이터는 아직 쓰지 않았습니다. {run}을(를) 이어서 학습하면 점수를 매기고 추천 목록을 만듭니다.',
  },
  'unit.not-in-file': {
    en: 'The unit file {file} holds no unit: {problem} "shelfwise work --help" shows what a unit is.',
    ko: '{file}: 작업(unit) 파일의 형식이 맞지 않습니다. {problem} 형식은 "shelfwise work --help"에 있습니다.',
  },
  'unit.no-object': { en: 'it is not an object.', ko: '객체가 아닙니다.' },
} as const satisfies Templates;
