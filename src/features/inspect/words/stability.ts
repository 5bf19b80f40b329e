/** How firmly lists stand. */
import type { Templates } from '../../../shared/words/templates';

export const STABILITY_WORDS = {
  'stability.title': { en: 'Stability of the lists', ko: '추천 목록의 안정성' },
  'stability.help': {
    en: 'How much of a list stays when a part of the history is missing. A list that changes a lot depends on single viewings.',
    ko: '시청 이력 일부가 없어도 목록이 얼마나 유지되는지입니다. 많이 바뀌는 목록은 시청 몇 건에 좌우됩니다.',
  },
  'stability.measure': { en: 'Measure', ko: '측정' },
  'stability.measureAgain': { en: 'Measure again', ko: '다시 측정' },
  'stability.measureAll': { en: 'Measure all children', ko: '모든 아이 측정' },
  'stability.none': { en: 'Not measured yet.', ko: '아직 측정하지 않았습니다.' },
  'stability.stopped': {
    en: 'The measurement was stopped. Earlier results stay as they are.',
    ko: '측정을 중지했습니다. 이전 측정 결과는 그대로입니다.',
  },
  'stability.empty': {
    en: 'No child has a history, so nothing can be hidden.',
    ko: '시청 이력이 있는 아이가 없어 가릴 것이 없습니다.',
  },
  'stability.mean': { en: 'How much of a list stays', ko: '목록 유지율' },
  'stability.interval': { en: '95% interval: {low} to {high}', ko: '95% 구간: {low} ~ {high}' },
  'stability.shaky': { en: 'Unsteady lists', ko: '불안정한 목록' },
  'stability.shakyHelp': { en: 'less than {share} stays', ko: '유지율 {share} 미만' },
  'stability.shakyLink': { en: 'Show the {count} shaky {count|list|lists}', ko: '불안정한 목록 {count}개 보기' },
  'stability.measured.all': {
    en: 'Measured on {count|{count} child, all|all {count} children} that have a history. {noise}',
    ko: '시청 이력이 있는 아이 {count}명을 모두 측정했습니다. {noise}',
  },
  'stability.measured.some': {
    en: 'Measured on {count} of {of} children with a history, drawn at random. {noise}',
    ko: '시청 이력이 있는 아이 {of}명 중 무작위로 뽑은 {count}명을 측정했습니다. {noise}',
  },
  'stability.noise.own': {
    en: 'Each history was copied {copies} times, and {hidden} of every copy was hidden, as in training.',
    ko: '시청 이력마다 사본 {copies}개를 만들어 학습 때처럼 각각 {hidden}를 가렸습니다.',
  },
  'stability.noise.drawn': {
    en: 'Each history was copied {copies} times, and {hidden} or more of every copy was hidden, as in training.',
    ko: '시청 이력마다 사본 {copies}개를 만들어 학습 때처럼 각각 {hidden} 이상을 가렸습니다.',
  },
  'stability.noise.other': {
    en: 'Each history was copied {copies} times, and {hidden} of every copy was hidden.',
    ko: '시청 이력마다 사본 {copies}개를 만들어 각각 {hidden}를 가렸습니다.',
  },
  'stability.profile': { en: 'Shakiest lists', ko: '가장 불안정한 목록' },
  'stability.watched': { en: 'Titles watched', ko: '시청 작품' },
  'stability.stays': { en: 'Stays', ko: '유지율' },
  'stability.steady': { en: 'Steady: {share}', ko: '안정적 {share}' },
  'stability.list': {
    en: '{share} of this list stays when {hidden} of the history is hidden at random',
    ko: '시청 이력의 {hidden}를 무작위로 가려도 이 목록의 {share}가 유지됩니다',
  },
  'stability.listMeasured': {
    en: 'Measuring how much of this list stays when a part of the history is hidden…',
    ko: '시청 이력을 일부 가려도 목록이 얼마나 유지되는지 재는 중…',
  },
  'stability.listDrawn': {
    en: '{share} of this list stays when {hidden} or more of the history is hidden at random',
    ko: '시청 이력의 {hidden} 이상을 무작위로 가려도 이 목록의 {share}가 유지됩니다',
  },
  'stability.item': { en: 'stays {share}', ko: '유지 {share}' },
  'stability.range': { en: '{low} to {high}', ko: '{low}~{high}' },
  'stability.itemHelp': {
    en: 'In {share} of {copies} copies of the history with titles hidden, this title is in the list (95%: {low} to {high}).',
    ko: '일부를 가린 시청 이력 사본 {copies}개 중 {share}에서 이 작품이 목록에 있습니다(95%: {low} ~ {high}).',
  },
} as const satisfies Templates;
