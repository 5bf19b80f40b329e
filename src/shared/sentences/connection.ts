/** Of the way between the window and its engine. */
import type { Templates } from './templates';

export const CONNECTION_SENTENCES = {
  'connection.refused': {
    en: 'This page is no longer signed in. Open the address that Shelfwise prints.',
    ko: '이 페이지의 연결이 만료되었습니다. Shelfwise가 표시하는 주소로 여세요.',
  },
  'connection.broke': {
    en: 'The connection to the engine broke before it answered. Try again.',
    ko: '엔진이 응답하기 전에 연결이 끊어졌습니다. 다시 시도하세요.',
  },
} as const satisfies Templates;
