/** Aims: what the lists should come to. */
import type { Templates } from '../../shared/words/templates';

export const AIMS_WORDS = {
  'aims.at-least': {
    en: 'At least {percent}% of a list, as the mean over the children: {titles}.',
    ko: '목록의 {percent}% 이상(아이 평균): {titles}.',
  },
  'aims.at-most': {
    en: 'At most {percent}% of a list, as the mean over the children: {titles}.',
    ko: '목록의 {percent}% 이하(아이 평균): {titles}.',
  },
  'aims.each': { en: 'At least {count} in each list: {titles}.', ko: '목록마다 {count}편 이상: {titles}.' },
  'aims.apart': {
    en: 'Nothing again that the child watched within the last {days} days.',
    ko: '아이가 최근 {days}일 안에 본 작품은 다시 넣지 않습니다.',
  },
  'aims.calibrated': {
    en: 'Each list as varied as what the child watched, by {attribute}: on average at most {divergence} away.',
    ko: '{attribute}: 목록이 아이의 시청 이력만큼 다양하게, 평균 차이 {divergence} 이하.',
  },
  'aims.no-attribute': {
    en: 'No title of this data has a value of this attribute, so nobody can say how far the lists are from the aim. Choose another attribute.',
    ko: '이 속성의 값이 있는 작품이 데이터에 없어 목표까지 얼마나 남았는지 말할 수 없습니다. 다른 속성을 고르세요.',
  },
  'aims.no-titles': {
    en: 'The aim is about titles of which this data has none. Choose others.',
    ko: '목표로 삼은 작품이 이 데이터에 하나도 없습니다. 다른 작품을 고르세요.',
  },
  'aims.no-times': {
    en: 'This data has no times, so nobody can say what was watched within some days. Read data whose viewings have times.',
    ko: '이 데이터에는 시각이 없어 며칠 안에 무엇을 봤는지 말할 수 없습니다. 시청 시각이 있는 데이터를 읽으세요.',
  },
  'aims.divergence': {
    en: '--divergence takes a number above 0 and at most {most}, such as 0.3, not "{typed}".',
    ko: '--divergence: "{typed}" 대신 0.3처럼 0보다 크고 {most} 이하인 수를 쓰세요.',
  },
  'aims.unknown': { en: 'There is no aim named {name}.', ko: '이런 이름의 목표가 없습니다: {name}.' },
} as const satisfies Templates;
