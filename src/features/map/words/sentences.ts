/** What is said of maps of profiles and titles. */
import type { Templates } from '../../../shared/words/templates';

export const MAP_SENTENCES = {
  'map.no-colour': {
    en: 'The points of this map cannot be coloured by {by}.',
    ko: '{by}: 이 지도의 점에 색을 입힐 수 있는 기준이 아닙니다.',
  },
  'map.no-parent-map': {
    en: 'The run {run} has no such map to begin from. Make its map first.',
    ko: '추천 모델 {run}: 출발점으로 삼을 지도가 없습니다. 그 모델의 지도를 먼저 만드세요.',
  },
  'map.not-made': {
    en: 'The run {run} has no such map yet. Make it first.',
    ko: '추천 모델 {run}: 아직 지도가 없습니다. 먼저 지도를 만드세요.',
  },
  'map.other-ending': {
    en: '{file}: a map is written as .csv (a table of its points) or .json (all of it). Choose one of these endings.',
    ko: '{file}: 지도는 .csv(점의 표)나 .json(지도 전체)으로 저장합니다. 둘 중 하나로 끝나는 이름을 고르세요.',
  },
  'map.watch-left': {
    en: 'You stopped watching; the map is still being made.',
    ko: '지켜보기를 멈췄습니다. 지도는 계속 만들고 있습니다.',
  },
} as const satisfies Templates;
