/** The picture of noise: how runs score by the noise that they were trained with. */
import type { Templates } from '../../../shared/words/templates';

export const NOISE_WORDS = {
  'charts.noise.title': { en: 'Noise and score', ko: '노이즈와 점수' },
  'charts.noise.summary': {
    en: 'Of {count} {count|model|models} that can be compared, {count|noise {best} scores best ({bestScore}) and {worst} least ({worstScore}).|those with noise {best} score best ({bestScore}) and those with {worst} least ({worstScore}). They may differ in other settings, too.}',
    ko: '비교할 수 있는 모델 {count}개 중 노이즈 {best}의 점수가 가장 높고({bestScore}) {worst}의 점수가 가장 낮습니다({worstScore}). 다른 설정도 다를 수 있습니다.',
  },
  'charts.noise.noise': { en: 'Share of a history hidden in training', ko: '학습할 때 가린 시청 이력 비율' },
  'charts.noise.tip': {
    en: '{name}\nnoise {noise}\nscore {score}, 95%: {range}',
    ko: '{name}\n노이즈 {noise}\n점수 {score}, 95%: {range}',
  },
} as const satisfies Templates;
