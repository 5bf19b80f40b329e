import { expect, it } from 'vitest';
import { textsIn } from './texts';
import { particleAfter } from './particles';
import { say, textOf } from './sentence';

it.each([
  ['다음 주', '(으)로', '로'],
  ['표본', '(으)로', '으로'],
  ['서울', '(으)로', '로'],
  ['빠름', '은(는)', '은'],
  ['“보통 모델”', '이(가)', '이'],
  ['나이', '을(를)', '를'],
  ['사과', '와(과)', '와'],
  ['귤', '와(과)', '과'],
  ['나이', '(이)라는', '라는'],
  ['이름', '(이)라는', '이라는'],
  // 일, 이, 영
  ['모델 1', '(으)로', '로'],
  ['모델 2', '(으)로', '로'],
  ['모델 10', '(으)로', '으로'],
  ['모델 3', '을(를)', '을'],
  ['모델 5', '을(를)', '를'],
  // How it is read is not known.
  ['sample', '(으)로', '(으)로'],
  ['', '을(를)', '을(를)'],
])('chooses the particle that the word before it asks for: %s %s', (word, both, one) =>
  expect(particleAfter(word, both)).toBe(one),
);

it('chooses it in the texts of the window', () => {
  expect(textsIn('ko')('data.backTo', { name: '다음 주' })).toBe('‘다음 주’로 돌아가기');
  expect(textsIn('en')('data.backTo', { name: '다음 주' })).toBe('Back to “다음 주”');
});

it('changes nothing of a name that has such a form itself, and chooses after a quotation mark', () => {
  const said = say('clusters.removeQuestion', { name: '사과(와) 나무' });
  expect(textOf([said], 'ko')).toBe('클러스터 사과(와) 나무를 제거할까요?');
  expect(textOf([say('refresh.not-compared', { run: '여름' })], 'ko')).toContain('‘여름’과 비교');
});
