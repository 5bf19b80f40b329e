import { expect, it } from 'vitest';
import { textsIn } from './texts';
import { withParticles } from './particles';

it.each([
  ['다음 주(으)로', '다음 주로'],
  ['표본(으)로', '표본으로'],
  ['서울(으)로', '서울로'],
  ['“빠름”은(는)', '“빠름”은'],
  ['“보통 모델”이(가)', '“보통 모델”이'],
  ['나이을(를)', '나이를'],
  ['사과와(과) 귤와(과)', '사과와 귤과'],
  ['나이(이)라는 이름(이)라는', '나이라는 이름이라는'],
  // 일, 이, 영
  ['모델 1(으)로, 모델 2(으)로, 모델 10(으)로', '모델 1로, 모델 2로, 모델 10으로'],
  ['모델 3을(를), 모델 5을(를)', '모델 3을, 모델 5를'],
  // How it is read is not known.
  ['sample(으)로', 'sample(으)로'],
])('chooses the particle that the word before it asks for: %s', (both, one) => expect(withParticles(both)).toBe(one));

it('chooses it in the texts of the window', () => {
  expect(textsIn('ko')('shell.work.refresh', { name: '다음 주' })).toBe('다음 주로 갱신 중');
  expect(textsIn('en')('shell.work.refresh', { name: '다음 주' })).toBe('Refreshing with 다음 주');
});
