/** What the attributes of children are worth to a model. */
import type { Templates } from '../../shared/words/templates';

export const CONDITION_WORDS = {
  'condition.title': { en: 'What the attributes are worth', ko: '아이 속성의 효과' },
  'condition.help': {
    en: 'What lists gain from what is known of children, such as age, by how many titles they had watched.',
    ko: '나이처럼 아이에 대해 아는 것이 추천에 얼마나 도움이 되는지를 본 작품 수에 따라 보여 줍니다.',
  },
  'condition.worth.about': {
    en: 'What is known of a child helps as much as {count} more {count|title|titles}.',
    ko: '아이에 대해 아는 것은 본 작품을 {count}편 더 아는 것만큼 도움이 됩니다.',
  },
  'condition.worth.fewer': {
    en: 'What is known of a child helps, but less than {count} more {count|title|titles} would.',
    ko: '아이에 대해 아는 것이 도움이 되지만, 본 작품을 {count}편 더 아는 것보다는 덜합니다.',
  },
  'condition.worth.more': {
    en: 'What is known of a child helps more than {count} more {count|title|titles} would.',
    ko: '아이에 대해 아는 것은 본 작품을 {count}편 더 아는 것보다 도움이 됩니다.',
  },
  'condition.worth.same': {
    en: 'With what is known of a child, lists are about the same as without.',
    ko: '아이에 대해 아는 것을 쓰든 쓰지 않든 추천은 비슷합니다.',
  },
  'condition.worth.worse': {
    en: 'With what is known of a child, lists are surely worse than without.',
    ko: '아이에 대해 아는 것을 쓰면 추천이 확실히 떨어집니다.',
  },
  'condition.hurts': {
    en: 'The attributes make lists surely worse where this is known: {known}.',
    ko: '다음을 알 때는 속성 때문에 추천이 확실히 떨어집니다: {known}.',
  },
  'condition.whole': { en: 'whole history', ko: '시청 이력 전체' },
  'condition.basis': {
    en: '{count} {count|child|children} held out of {trainings} {trainings|training|trainings}.',
    ko: '학습에서 뺀 아이 {count}명, 학습 {trainings}번.',
  },
  'condition.known': { en: 'Known of the child', ko: '아이가 본 작품' },
  'condition.with': { en: 'With attributes', ko: '속성 사용' },
  'condition.without': { en: 'Without', ko: '속성 없음' },
  'condition.shuffled': { en: 'Shuffled', ko: '속성을 뒤섞음' },
  'condition.scores': {
    en: 'The figures are scores. Shuffled means that each child has the attributes of another, so that they say nothing.',
    ko: '표의 숫자는 점수입니다. ‘속성을 뒤섞음’은 아이마다 다른 아이의 속성을 붙여 아무것도 알려 주지 않게 한 것입니다.',
  },
  'condition.overWithout': { en: 'Against none', ko: '속성 없음과 비교' },
  'condition.overShuffled': { en: 'Against shuffled', ko: '뒤섞음과 비교' },
  'condition.left': {
    en: 'Measuring trains {count} {count|model|models}, which takes {span}. It goes on in the background and gives way to other training.',
    ko: '측정하려면 모델을 {count}번 학습하며 {span} 걸립니다. 백그라운드에서 진행하고 다른 학습이 있으면 기다립니다.',
  },
  'condition.measure': { en: 'Measure the attributes', ko: '속성 효과 측정' },
  'condition.stopped': {
    en: 'Stopped. Measuring again goes on from here.',
    ko: '중지했습니다. 다시 측정하면 이어서 진행합니다.',
  },
  'condition.none.no-attributes': {
    en: 'Nothing is known of the children in this data but what they watched, so there are no attributes to measure.',
    ko: '이 데이터에는 시청 이력 말고 아이에 대해 아는 것이 없어 측정할 속성이 없습니다.',
  },
  'condition.none.not-read': {
    en: 'This model reads no attributes of children.',
    ko: '이 모델은 아이의 속성을 쓰지 않습니다.',
  },
  'condition.none.too-few': {
    en: 'Too few children to hold some out and say what the attributes are worth.',
    ko: '아이가 너무 적어 일부를 빼고 속성의 효과를 잴 수 없습니다.',
  },
  'condition.none.no-data': {
    en: 'The data of this model is not here, so it cannot be trained again.',
    ko: '이 모델의 데이터가 여기에 없어 다시 학습할 수 없습니다.',
  },
  'condition.none.unfinished': {
    en: 'This model is not finished.',
    ko: '아직 학습이 끝나지 않은 모델입니다.',
  },
  'condition.too-few': {
    en: 'Fewer than {fewest} children watched enough titles to hold some of them out: too few to say what the attributes are worth.',
    ko: '일부를 뺄 만큼 작품을 본 아이가 {fewest}명이 되지 않아 속성의 효과를 말할 수 없습니다.',
  },
} as const satisfies Templates;
