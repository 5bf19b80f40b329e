/** 프로필 ID 대신 쓰는 가명. */
import type { pseudonyms as source } from '../en/pseudonyms';
import type { Strings } from '../strings';

export const pseudonyms: Strings<typeof source> = {
  open: '가명으로 폴더 열기',
  offer: '프로필 ID를 가명으로 바꾸면 이 폴더만 보고는 누가 누구인지 알 수 없습니다.',
  keyFile: '키 파일',
  titles: {
    import: '프로필 ID를 가명으로 바꾸기',
    again: '가명으로 열었던 폴더입니다',
    export: '가명을 원래 ID로 되돌리기',
  },
  leads: {
    import:
      '{{name}}의 프로필 ID 대신 가명을 보여 주고 저장합니다. 같은 키 파일을 쓰면 언제나 같은 가명이 만들어집니다.',
    again: '{{name}}을(를) 열 때 쓴 키 파일을 고르세요. 키 파일이 없으면 원래 ID가 작업 공간에 들어옵니다.',
    export: '{{name}}을(를) 열 때 쓴 키 파일을 고르세요. 내보낸 파일에는 원래 파일의 ID가 들어갑니다.',
  },
  keepIt:
    '키 파일이 있으면 누가 누구인지 알아낼 수 있습니다. 작업 공간이나 데이터와 따로 보관하고 사본을 남겨 두세요. 키 파일을 잃으면 원래 ID로 되돌릴 수 없습니다.',
  useMine: '가지고 있는 키 파일 쓰기',
  make: '키 파일 만들기',
  choose: '키 파일 고르기',
  ids: '프로필 ID',
  ofFiles: '원래 파일과 같음',
  replaced: '가명으로 바꿈',
  originals: '원래 프로필 ID로 내보내기',
  originalsHelp: '끄면 가명으로 내보냅니다. 켜면 내보낼 때 키 파일을 고릅니다.',
  originalsShort: '원래 ID',
};
