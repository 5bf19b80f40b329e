/** What a tuning buys. */
import type { Templates } from '../../../shared/words/templates';

export const TUNING_WORDS = {
  'tuningEffect.title': { en: 'Effect on accuracy', ko: '정확도 변화' },
  'tuningEffect.measure': { en: 'Measure the effect', ko: '효과 측정' },
  'tuningEffect.measureWhy': { en: 'Change a setting first.', ko: '먼저 설정을 바꾸세요.' },
  'tuningEffect.onlyProfile': {
    en: 'All of this change is about this child: it has no effect on others.',
    ko: '이 아이에게만 해당하는 변경이라 다른 아이에게는 효과가 없습니다.',
  },
  'tuningEffect.lead': {
    en: 'How much better or worse the lists are with this tuning, and how many change.',
    ko: '이렇게 조정하면 목록이 얼마나 나아지거나 나빠지고 몇 개나 바뀌는지 보여 줍니다.',
  },
  'tuningEffect.waiting': { en: 'Starts when you let go of the sliders.', ko: '조정을 멈추면 시작합니다.' },
  'tuningEffect.running': { en: 'Measuring: {share}', ko: '측정 중: {share}' },
  'tuningEffect.again': { en: 'Measure again', ko: '다시 측정' },
  'tuningEffect.failed': { en: 'The effect could not be measured', ko: '효과를 측정하지 못했습니다' },
  'tuningEffect.measuredOn': {
    en: '{group}, and for all children: measured on the hold-out, with a figure for each of the two. For this child alone, the list shows what changes.',
    ko: '{group}, 그리고 전체 아이를 평가 데이터로 각각 측정합니다. 이 아이에게 무엇이 달라지는지는 목록에서 바로 볼 수 있습니다.',
  },
  'tuningEffect.measuredOnAll': {
    en: 'All children: how the model does on the hold-out. For this child alone, the list shows what changes.',
    ko: '전체 아이의 평가 데이터로 측정합니다. 이 아이에게 무엇이 달라지는지는 목록에서 바로 볼 수 있습니다.',
  },
  'tuningEffect.ofAll': { en: 'For all children', ko: '전체 아이' },
  'tuningEffect.ofList': { en: 'For the list you came from ({name})', ko: '방금 보던 목록({name})' },
  'tuningEffect.ofProfile': { en: 'For children like this one ({attributes})', ko: '이런 아이({attributes})' },
  'tuningEffect.changed': { en: '{changed} of {profiles} lists change', ko: '목록 {profiles}개 중 {changed}개가 바뀜' },
  'tuningEffect.listsOnly': { en: '{group}: {lists}.', ko: '{group}: {lists}.' },
  'tuningEffect.withLists': { en: '{group}: {score}, {lists}.', ko: '{group}: {score}, {lists}.' },
  'tuningEffect.untested': {
    en: 'None of these children is in the hold-out.',
    ko: '이 아이들은 평가 데이터에 없습니다.',
  },
  'tuningEffect.figures': { en: 'Figures', ko: '자세한 수치' },
  'tuningEffect.before': { en: 'Before', ko: '조정 전' },
  'tuningEffect.after': { en: 'After', ko: '조정 후' },
  'tuningEffect.difference': { en: 'Difference', ko: '차이' },
  'tuningEffect.tested': {
    en: 'Judged on {count} {count|child|children} of the hold-out, with the model that never saw it.',
    ko: '평가 데이터를 보지 않은 모델로 아이 {count}명을 평가했습니다.',
  },
  'tuningEffect.left': {
    en: 'Left out, because it is about this child only: {what}.',
    ko: '이 아이에게만 해당하여 제외: {what}.',
  },
  'tuningEffect.noHoldOut.no-test': {
    en: 'This model has no hold-out, so only the lists are counted.',
    ko: '이 모델에는 평가 데이터가 없어 바뀌는 목록만 세었습니다.',
  },
  'tuningEffect.noHoldOut.not-kept': {
    en: 'The model that was tested is not kept: this one came in a file. Only the lists are counted. Train it again to see the rest.',
    ko: '평가에 쓴 모델이 남아 있지 않아 바뀌는 목록만 세었습니다(파일로 가져온 모델). 다시 학습하면 점수 차이도 볼 수 있습니다.',
  },
  'tuning.name-one': {
    en: 'Name a tuning file or a saved tuning after "effect".',
    ko: '"effect" 뒤에 조정 파일이나 저장한 조정의 이름을 쓰세요.',
  },
  'tuning.run-to-try': {
    en: 'Say with --run on which model the tuning is tried.',
    ko: '조정을 시험할 모델을 --run으로 지정하세요.',
  },
  'tuning.one-option': {
    en: 'Give one of --keep, --print, --rename, --remove, --history, --back and --forward at a time.',
    ko: '--keep, --print, --rename, --remove, --history, --back, --forward는 한 번에 하나만 쓰세요.',
  },
  'tuning.no-name': { en: 'Say the name with --name.', ko: '이름을 --name으로 지정하세요.' },
  'tuning.run-made-on': {
    en: 'Say with --run on which model the tuning was made.',
    ko: '조정을 만든 모델을 --run으로 지정하세요.',
  },
} as const satisfies Templates;
