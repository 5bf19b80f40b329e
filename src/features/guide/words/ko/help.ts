import { termMeanings, termNames } from '../../../../shared/guide/glossary';
import { guideTitles } from '../../../../shared/guide/guide';
import { screenPurposes } from '../../../screens';
import type { help as source } from '../en/help';
import type { Strings } from '../../../../shared/words/strings';

export const help: Strings<typeof source> = {
  pages: guideTitles('ko'),
  terms: termNames('ko'),
  meanings: termMeanings('ko'),
  purposes: screenPurposes('ko'),
  lead: '안내서와 용어집은 프로그램에 들어 있어 인터넷 연결 없이 볼 수 있습니다.',
  guide: '안내서',
  guideHelp: '작업마다 한 페이지입니다.',
  all: '도움말 전체',
  next: '다음: {{title}}',
  missing: '그런 페이지가 없습니다.',
  glossary: '용어집',
  glossaryHelp: '화면에 나오는 말의 뜻을 한국어와 영어로 보여 줍니다.',
  find: '용어 찾기',
  clearFind: '입력 지우기',
  noTerm: '그런 용어가 없습니다.',
  ofScreen: '이 화면의 도움말',
  keys: '단축키',
  allKeys: '모든 단축키',
  words: '용어',
  readOn: '안내서에서 보기',
  whatNow: '어떻게 하면 되나요?',
  more: '도움말에서 더 보기',
};
