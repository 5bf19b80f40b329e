/** Parts of sentences, and common endings. */
import type { Templates } from '../templates';

export const WORDS = {
  'suggest.nearest': { en: 'Did you mean {word}?', ko: '혹시 {word}인가요?' },
  'suggest.allowed': { en: 'Allowed: {words}.', ko: '가능한 값: {words}.' },
  'suggest.allowed-long': {
    en: 'Allowed: {words}, … ({count} in all).',
    ko: '가능한 값: {words}, … (모두 {count}개).',
  },
  'work.stopped': { en: 'It was stopped. Nothing was saved.', ko: '중지했습니다. 저장한 내용은 없습니다.' },
  'work.died': {
    en: 'The process that was at work ended without an answer. {output}',
    ko: '작업하던 프로세스가 결과 없이 끝났습니다. {output}',
  },
  'work.odd-message': {
    en: 'The process that was at work sent a message that is not as it has to be: {cause}',
    ko: '작업하던 프로세스가 보낸 메시지의 형식이 올바르지 않습니다: {cause}',
  },
  'status.running': { en: 'running', ko: '학습 중' },
  'status.finished': { en: 'finished', ko: '완료' },
  'status.stopped': { en: 'stopped', ko: '중지됨' },
  'status.crashed': { en: 'crashed', ko: '비정상 종료' },
} as const satisfies Templates;
