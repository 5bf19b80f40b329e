import type { paths as source } from '../en/paths';
import type { Strings } from '../strings';

export const paths: Strings<typeof source> = {
  titleFolder: '폴더 선택',
  titleFile: '파일 선택',
  titleSave: '다른 이름으로 저장',
  address: '폴더',
  go: '이동',
  up: '상위 폴더',
  list: '폴더 내용',
  name: '파일 이름',
  empty: '여기에는 선택할 항목이 없습니다.',
  emptyFolder: '빈 폴더입니다.',
  truncated: '표시된 것보다 더 많은 항목이 있습니다. 경로를 입력하세요.',
  chooseThis: '이 폴더 선택',
  save: '여기에 저장',
  nameMissing: '파일 이름을 입력하세요.',
  replaces: '같은 이름의 파일이 있습니다. 저장하면 그 파일을 덮어씁니다.',
};
