/** What is said of maps of profiles and titles. */
import type { Templates } from './templates';

export const MAP_SENTENCES = {
  'map.no-colour': {
    en: 'The points of this map cannot be coloured by {by}.',
    ko: '{by}: 이 지도의 점에 색을 입힐 수 있는 기준이 아닙니다.',
  },
  'map.no-layout': {
    en: 'This version shows the quick map only; it cannot lay one out yet.',
    ko: '이 버전은 간이 지도만 보여 줍니다. 지도를 배치하는 기능은 아직 없습니다.',
  },
} as const satisfies Templates;
