/** What is said of models and tunings. */
import type { Templates } from '../templates';

export const MODEL_WORDS = {
  'backend.no-addon': {
    en: 'The part of the program that computes models was not built, or does not run on this computer. Run npm run setup, which says why. ({cause})',
    ko: '모델을 계산하는 부분이 아직 만들어지지 않았거나 이 컴퓨터에서 실행되지 않습니다. npm run setup을 실행하면 이유를 알려 줍니다. ({cause})',
  },
  'backend.threads': {
    en: 'SHELFWISE_THREADS is "{asked}": it takes a whole number of threads from 0 (one per processor) to {most}. Change it, or unset it.',
    ko: 'SHELFWISE_THREADS 값이 "{asked}"입니다. 0(프로세서마다 하나)부터 {most}까지의 정수여야 합니다. 다시 설정하거나 해제하세요.',
  },
  'backend.no-instruction-set': {
    en: 'SHELFWISE_INSTRUCTION_SET is "{asked}": this processor does not have it, or it is not known. Unset it: {used} is used then.',
    ko: 'SHELFWISE_INSTRUCTION_SET 값이 "{asked}"입니다. 이 프로세서에 없거나 알 수 없는 명령어 집합입니다. 설정을 해제하면 {used}을(를) 씁니다.',
  },
  'model.ease-too-small': {
    en: 'ease.regularisation of {value} is too small for this data: its matrix cannot be inverted. Try 10 or more.',
    ko: 'ease.regularisation 값 {value}: 이 데이터에는 너무 작아 역행렬을 구할 수 없습니다. 10 이상으로 해 보세요.',
  },
  'model.ease-too-large': {
    en: 'EASE cannot be computed for {profiles} children and {titles} titles: the smaller of the two must be at most {most}. Use another model (ALS, the linear filter or similar titles), or select less of the data.',
    ko: '아이 {profiles}명과 작품 {titles}편에 대해서는 EASE를 계산할 수 없습니다. 둘 중 작은 쪽이 {most}개 이하여야 합니다. 다른 모델(ALS, 선형 필터, 유사 작품)을 쓰거나 데이터를 줄이세요.',
  },
  'model.bad-score': {
    en: 'The model gave title number {place} the score {score}, so no list can be made. Training diverged: try a smaller learning rate (optimiser.rate).',
    ko: '모델이 {place}번째 작품에 점수 {score}을(를) 주어 추천 목록을 만들 수 없습니다. 학습이 불안정해졌습니다(발산). 학습률을 줄여 보세요(optimiser.rate).',
  },
  'tuning.no-title': {
    en: '{knob}: there is no title {title} among those that this model knows.',
    ko: '{knob}: 이 모델이 아는 작품 중에 {title}이(가) 없습니다.',
  },
  'tuning.no-attribute': {
    en: 'attributes: children have no attribute {name}.',
    ko: 'attributes: 아이에게 {name} 속성이 없습니다.',
  },
  'tuning.not-on-run': {
    en: '{knob} cannot be tuned on this model: {why} Leave it out.',
    ko: '{knob}: 이 모델에서는 조정할 수 없습니다. {why} 이 항목을 빼세요.',
  },
  'tuning.baseline': {
    en: 'the model {model} has no latent code and does not use attributes.',
    ko: '{model} 모델에는 잠재 코드가 없고 아이 속성을 쓰지 않습니다.',
  },
  'tuning.without-profile': {
    en: 'it was trained without attributes (structure.condition=none).',
    ko: '아이 속성 없이 학습했습니다(structure.condition=none).',
  },
  'tuning.no-attributes': {
    en: 'the children of this data set have no attributes.',
    ko: '이 데이터 세트의 아이에게는 속성이 없습니다.',
  },
  'tuning.no-direction': {
    en: 'directions: this model has the directions 0 to {last}, not {direction}.',
    ko: 'directions: 이 모델의 방향은 0부터 {last}까지이며 {direction}은(는) 없습니다.',
  },
  'tuning.nothing': { en: 'This tuning changes nothing.', ko: '바꾼 설정이 없습니다.' },
  'tuning.only-profile': {
    en: 'All of this tuning is about one child ({keys}): it cannot be applied to others.',
    ko: '이 조정은 한 아이에게만 해당하여({keys}) 다른 아이에게 적용할 수 없습니다.',
  },
  'tuning.beyond': {
    en: '{keys}: together with the settings of this model it goes beyond what settings can hold. Choose less.',
    ko: '{keys}: 이 모델의 설정과 합치면 설정할 수 있는 범위를 벗어납니다. 값을 줄이세요.',
  },
  'tuning.watched-with-rules': {
    en: 'With rules, a tuning that decides whether watched titles may be in the lists has to be applied to all children. Leave "watched" out, or apply it to all.',
    ko: '규칙을 함께 쓸 때는 이미 본 작품을 넣을지 정하는 조정을 모든 아이에게 적용해야 합니다. watched 항목을 빼거나 전체에 적용하세요.',
  },
  'tuning.changed': {
    en: 'The tuning {name} was changed or removed meanwhile. Choose it again.',
    ko: '조정 {name}이(가) 그사이 바뀌었거나 삭제되었습니다. 다시 고르세요.',
  },
  'tuning.no-segment': {
    en: 'The segment is no longer saved with this data set. Choose another one.',
    ko: '그 세그먼트는 이 데이터 세트에 더 이상 저장되어 있지 않습니다. 다른 세그먼트를 고르세요.',
  },
  'tuning.segment-changes': {
    en: 'The segment {name} asks what was reviewed, noted or measured, which changes from day to day: a tuning of it would not give the same file again. Choose a segment by attributes or viewings.',
    ko: '세그먼트 {name}은(는) 검토, 메모, 측정 여부처럼 날마다 바뀌는 조건을 써서 같은 파일을 다시 만들 수 없습니다. 속성이나 시청 수로 만든 세그먼트를 고르세요.',
  },
  'tuning.other-run': {
    en: '{keys}: these are directions of the model {run}, which are others on this model. Leave them out, or export that model.',
    ko: '{keys}: 모델 {run}의 방향이라 이 모델에서는 뜻이 다릅니다. 빼거나 그 모델을 내보내세요.',
  },
  'model.diverged': {
    en: 'Training diverged: the loss was no longer a number in epoch {epoch}. Try a smaller learning rate: optimiser.rate is {rate}, 0.002 is a good start.',
    ko: '학습이 불안정해져 에포크 {epoch}에서 손실을 더 계산할 수 없었습니다(발산). 학습률을 줄여 보세요(optimiser.rate: 지금 {rate}, 권장 0.002).',
  },
  'model.diverged-decay': {
    en: 'Training diverged: the loss was no longer a number in epoch {epoch}. Try a smaller learning rate: optimiser.rate is {rate}, 0.002 is a good start; and a smaller optimiser.decay than {decay}.',
    ko: '학습이 불안정해져 에포크 {epoch}에서 손실을 더 계산할 수 없었습니다(발산). 학습률을 줄여 보세요(optimiser.rate: 지금 {rate}, 권장 0.002). optimiser.decay 값도 {decay}보다 작게 해 보세요.',
  },
  'model.other-tensors': {
    en: 'This is not a model that Shelfwise can use: {cause}.',
    ko: 'Shelfwise가 쓸 수 있는 모델이 아닙니다: {cause}.',
  },
} as const satisfies Templates;
