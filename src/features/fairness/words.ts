/** Whether lists follow an attribute of children, and what stands along them. */
import type { Templates } from '../../shared/words/templates';

export const FAIRNESS_WORDS = {
  'fairness.title': { en: 'Do lists follow an attribute?', ko: '속성에 따라 목록이 달라질까?' },
  'fairness.help': {
    en: 'What lists would be if sex, age or another attribute of a child were other, all else alike.',
    ko: '다른 것은 그대로 두고 성별이나 나이 같은 아이의 속성만 다르면 목록이 어떻게 바뀌는지 보여 줍니다.',
  },
  'fairness.ask': { en: 'Ask the lists', ko: '목록에 물어보기' },
  'fairness.measure': { en: 'Measure chance', ko: '우연 측정' },
  'fairness.left': {
    en: 'A model always moves a little. Measuring chance trains {count} {count|model|models} on shuffled attributes, which takes {span}. It goes on in the background and gives way to other training.',
    ko: '모델은 언제나 조금씩 바뀝니다. 우연을 재려면 속성을 뒤섞어 모델을 {count}번 학습하며 {span} 걸립니다. 백그라운드에서 진행하고 다른 학습이 있으면 기다립니다.',
  },
  'fairness.stopped': {
    en: 'Stopped. Measuring again goes on from here.',
    ko: '중지했습니다. 다시 측정하면 이어서 진행합니다.',
  },
  'fairness.most': { en: 'Most so for', ko: '가장 큰 아이:' },
  'fairness.mostOf': { en: '{attribute}: most so for', ko: '{attribute}: 가장 많이 바뀌는 아이' },
  'fairness.lead': {
    en: 'If “{attribute}” of a child were that of another, all else alike, {share} of the list would change: the most of {asked} {asked|attribute|attributes}.',
    ko: '다른 것은 그대로 두고 아이의 ‘{attribute}’만 다른 아이의 값으로 바꾸면 목록의 {share}가 바뀝니다. 물어본 속성 {asked}개 중 가장 많이 바뀝니다.',
  },
  'fairness.none': {
    en: 'No list changes if an attribute of a child were that of another, all else alike ({asked} asked).',
    ko: '다른 것은 그대로 두고 아이의 속성을 다른 아이의 값으로 바꿔도 바뀌는 목록이 없습니다(속성 {asked}개).',
  },
  'fairness.beyond': {
    en: 'Surely more than by chance: {attributes}.',
    ko: '우연보다 확실히 많이 바뀌는 속성: {attributes}.',
  },
  'fairness.within': {
    en: 'None moves lists surely more than chance does.',
    ko: '우연보다 확실히 많이 바뀌는 속성은 없습니다.',
  },
  'fairness.basis': {
    en: 'Chance is what {count} {count|model moves|models move} that were trained on shuffled attributes.',
    ko: '우연은 속성을 뒤섞어 학습한 모델 {count}개에서 바뀐 비율입니다.',
  },
  'fairness.drawn': {
    en: '{asked} of {children} children were drawn and asked about.',
    ko: '아이 {children}명 중 {asked}명을 뽑아 물었습니다.',
  },
  'fairness.not-read': {
    en: 'This model reads no attributes of children, so no list can follow one.',
    ko: '이 모델은 아이의 속성을 쓰지 않으므로 목록이 속성을 따라갈 수 없습니다.',
  },
  'fairness.no-attributes': {
    en: 'Nothing is known of the children in this data but what they watched, so no list can follow an attribute.',
    ko: '이 데이터에는 시청 이력 말고 아이에 대해 아는 것이 없어 목록이 속성을 따라갈 수 없습니다.',
  },
  'fairness.nothing-asked': {
    en: 'No attribute can be asked about: too few children have a value, or all have the same.',
    ko: '물어볼 수 있는 속성이 없습니다. 값이 있는 아이가 너무 적거나 모두 같은 값입니다.',
  },
  'fairness.few': {
    en: '{count} {count|child is|children are} too few to say: it takes at least {least}.',
    ko: '아이 {count}명으로는 말할 수 없습니다. {least}명은 있어야 합니다.',
  },
  'fairness.notAsked.few': { en: 'Too few children have a value.', ko: '값이 있는 아이가 너무 적습니다.' },
  'fairness.notAsked.one-value': { en: 'All children have the same value.', ko: '모든 아이의 값이 같습니다.' },
  'fairness.axis': { en: 'share of the list that changes', ko: '목록에서 바뀌는 비율' },
  'fairness.interval': { en: '{mean} ({low} to {high})', ko: '{mean}({low} ~ {high})' },
  'fairness.tip': { en: '{attribute}: {figure}', ko: '{attribute}: {figure}' },
  'fairness.column.attribute': { en: 'Attribute', ko: '속성' },
  'fairness.column.children': { en: 'Children', ko: '아이' },
  'fairness.column.moved': { en: 'Of the list that changes (95%)', ko: '바뀌는 비율(95%)' },
  'fairness.column.chance': { en: 'By chance', ko: '우연' },
  'fairness.column.overChance': { en: 'Over chance, in points (95%)', ko: '우연과의 차이(%p, 95%)' },
  'fairness.along': { en: 'Along the lists', ko: '목록의 구성' },
  'fairness.column.measure': { en: 'What', ko: '항목' },
  'fairness.column.figure': { en: 'Mean (95%)', ko: '평균(95%)' },
  'fairness.years': { en: '{mean} years ({low} to {high})', ko: '{mean}세({low} ~ {high})' },
  'fairness.measure.age-marks': {
    en: 'Age marks, from the first places to the last',
    ko: '앞쪽과 뒤쪽의 시청 연령 차이',
  },
  'fairness.measure.series': { en: 'Largest share of one series', ko: '한 시리즈의 최대 비율' },
  'fairness.measure.maker': { en: 'Largest share of one maker', ko: '한 제작사의 최대 비율' },
  'fairness.measure.paid': { en: 'Share of paid titles', ko: '유료 작품 비율' },
  'fairness.measure.alike': { en: 'Shared with another child’s list', ko: '다른 아이의 목록과 같은 비율' },
  'fairness.untold.age-marks': { en: 'Titles state no age.', ko: '작품에 시청 연령이 없습니다.' },
  'fairness.untold.series': { en: 'No series has two titles.', ko: '작품이 둘 이상인 시리즈가 없습니다.' },
  'fairness.untold.maker': { en: 'Titles name no maker.', ko: '작품에 제작사가 없습니다.' },
  'fairness.untold.paid': { en: 'Titles do not say whether they are paid.', ko: '작품에 유료 여부가 없습니다.' },
  'fairness.untold.alike': { en: 'The lists are empty.', ko: '목록이 비어 있습니다.' },
  'fairness.tooFew': { en: 'Too few children to say.', ko: '아이가 너무 적어 말할 수 없습니다.' },
} as const satisfies Templates;
