/** Model or shelf: the share of a value of titles step by step, and when a shelf runs empty. */
import type { Templates } from '../../shared/words/templates';

export const SHELF_STEPS_WORDS = {
  'shelfSteps.title': { en: 'Model or shelf?', ko: '모델 때문? 책장 때문?' },
  'shelfSteps.step.catalogue': { en: 'On the shelf', ko: '책장 전체' },
  'shelfSteps.step.unwatched': { en: 'Not watched yet', ko: '아직 안 본 작품' },
  'shelfSteps.step.allowed': { en: 'Allowed by rules', ko: '규칙이 허용한 작품' },
  'shelfSteps.step.ranked': { en: 'The model’s first', ko: '모델의 상위 작품' },
  'shelfSteps.step.delivered': { en: 'Delivered', ko: '내보낼 목록' },
  'shelfSteps.ofChild': {
    en: '“{value}” has {count} of {of} places.',
    ko: '{of}편 중 {count}편이 ‘{value}’ 작품입니다.',
  },
  'shelfSteps.ofGroup': {
    en: '“{value}” has {share} of the places of a list, as the mean over {profiles} {profiles|child|children}.',
    ko: '아이 {profiles}명의 목록에서 평균 {share}가 ‘{value}’ 작품입니다.',
  },
  'shelfSteps.most.catalogue': {
    en: 'Most of that is the shelf: it is {to} of all titles.',
    ko: '대부분 책장 때문입니다. 전체 작품에서도 {to}입니다.',
  },
  'shelfSteps.most.unwatched': {
    en: 'What was watched moved it most: from {from} of all titles to {to} of those not watched yet.',
    ko: '이미 본 작품이 빠진 것이 가장 컸습니다. 전체에서는 {from}인데 아직 안 본 작품에서는 {to}입니다.',
  },
  'shelfSteps.most.allowed': {
    en: 'The rules moved it most: from {from} of the unwatched titles to {to} of those that they allow.',
    ko: '규칙이 가장 크게 바꿨습니다. 아직 안 본 작품에서는 {from}인데 규칙이 허용한 작품에서는 {to}입니다.',
  },
  'shelfSteps.most.ranked': {
    en: 'The model moved it most: from {from} of the titles that it may choose from to {to} of those that it ranks first.',
    ko: '모델이 가장 크게 바꿨습니다. 고를 수 있는 작품에서는 {from}인데 모델이 앞에 둔 작품에서는 {to}입니다.',
  },
  'shelfSteps.most.delivered': {
    en: 'Pins and quotas moved it most: from {from} of the titles that the model ranks first to {to} of the list.',
    ko: '고정과 편수 제한이 가장 크게 바꿨습니다. 모델이 앞에 둔 작품에서는 {from}인데 목록에서는 {to}입니다.',
  },
  'shelfSteps.nothing': {
    en: 'Nothing is left here that was not watched and that the rules allow.',
    ko: '아직 안 봤고 규칙이 허용하는 작품이 남아 있지 않습니다.',
  },
  'shelfSteps.without': {
    en: '{count} {count|child is|children are} left out: nothing is left that they have not watched and may see.',
    ko: '아직 안 봤고 볼 수 있는 작품이 하나도 없는 아이 {count}명은 뺐습니다.',
  },
  'shelfSteps.repeating': {
    en: 'These lists may repeat what was watched, so nothing is left out for it.',
    ko: '본 작품도 다시 넣는 목록이라, 봤다고 빠지는 작품은 없습니다.',
  },
  'shelfSteps.axis': { en: 'share of the titles', ko: '작품 중 비율' },
  'shelfSteps.countOf': { en: '{count} of {of}', ko: '{of}편 중 {count}편' },
  'shelfSteps.tip': { en: '{step}: {share}, {counted}', ko: '{step}: {share}, {counted}' },
  'shelfSteps.column.step': { en: 'Step', ko: '단계' },
  'shelfSteps.column.count': { en: 'Titles with it', ko: '해당 작품' },
  'shelfSteps.column.of': { en: 'Titles', ko: '작품' },
  'shelfSteps.column.share': { en: 'Share', ko: '비율' },
  'shelfSteps.column.change': { en: 'Change in points', ko: '변화(%p)' },
  'shelfSteps.attribute': { en: 'What is counted', ko: '무엇을 셀까' },
  'shelfSteps.value': { en: 'Value', ko: '값' },
  'shelfSteps.these': { en: 'These children', ko: '이 아이들' },
  'shelfSteps.age': { en: 'Age {age}', ko: '{age}세' },
  'shelfSteps.emptyNow': {
    en: '{whose}: fewer than {least} unwatched titles are left to show, {left} on average.',
    ko: '{whose}: 보여 줄 수 있는 안 본 작품이 {least}편이 안 됩니다. 평균 {left}편입니다.',
  },
  'shelfSteps.emptyIn': {
    en: '{whose}: fewer than {least} unwatched titles will be left to show from the week of {day} on, if nothing is added ({left} now, {pace} fewer a week).',
    ko: '{whose}: 새 작품이 없으면 {day} 주부터 보여 줄 안 본 작품이 {least}편보다 적어집니다(지금 {left}편, 매주 {pace}편 감소).',
  },
  'shelfSteps.lasts': {
    en: '{whose}: the shelf lasts for more than {weeks} weeks at this pace ({left} unwatched titles now, {pace} fewer a week).',
    ko: '{whose}: 이 속도라면 {weeks}주 넘게 남습니다(지금 안 본 작품 {left}편, 매주 {pace}편 감소).',
  },
  'shelfSteps.both': {
    en: 'Give --profile or --segment, not both.',
    ko: '--profile과 --segment 중 하나만 쓰세요.',
  },
  'shelfSteps.further': {
    en: '{count} further {count|shelf runs|shelves run} empty soon.',
    ko: '곧 비는 책장이 {count}개 더 있습니다.',
  },
  'shelfSteps.toSegment': { en: 'Open the segment', ko: '세그먼트 보기' },
  'shelfSteps.few': {
    en: '{count} {count|child is|children are} too few to say: it takes at least {least}.',
    ko: '아이 {count}명으로는 말할 수 없습니다. {least}명은 있어야 합니다.',
  },
  'shelfSteps.no-attributes': {
    en: 'The titles of this data have no attributes, such as a genre, whose share could be told. Add a table of titles with them to the folder, and read it again.',
    ko: '이 데이터의 작품에는 장르 같은 속성이 없어 비율을 말할 수 없습니다. 속성이 있는 작품 표를 폴더에 넣고 다시 읽으세요.',
  },
  'shelfSteps.no-times': {
    en: 'This data has no times, so nobody can say when a shelf runs empty. Read data whose viewings have times.',
    ko: '이 데이터에는 시각이 없어 책장이 언제 비는지 말할 수 없습니다. 시청 시각이 있는 데이터를 읽으세요.',
  },
  'shelfSteps.short': {
    en: 'The viewings of this data cover less than {weeks} weeks, which tell no pace. Add more weeks.',
    ko: '이 데이터의 시청 기록이 {weeks}주보다 짧아 속도를 알 수 없습니다. 몇 주를 더 넣으세요.',
  },
  'shelfSteps.repeats': {
    en: 'The lists of this model may repeat what was watched, so its shelf does not run empty.',
    ko: '이 모델의 목록에는 본 작품도 다시 들어가므로 책장이 비지 않습니다.',
  },
} as const satisfies Templates;
