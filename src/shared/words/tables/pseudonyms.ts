/** Pseudonyms instead of profile IDs. */
import type { Templates } from '../templates';

export const PSEUDONYMS_WORDS = {
  'pseudonyms.open': { en: 'Open a folder with pseudonyms', ko: '가명으로 폴더 열기' },
  'pseudonyms.offer': {
    en: 'Shelfwise can replace child IDs, so that this folder alone does not show who is who.',
    ko: '아이 ID를 가명으로 바꾸면 이 폴더만 보고는 누가 누구인지 알 수 없습니다.',
  },
  'pseudonyms.keyFile': { en: 'Key file', ko: '키 파일' },
  'pseudonyms.titles.import': { en: 'Replace child IDs with pseudonyms', ko: '아이 ID를 가명으로 바꾸기' },
  'pseudonyms.titles.again': { en: 'This folder was opened with pseudonyms', ko: '가명으로 열었던 폴더입니다' },
  'pseudonyms.titles.export': { en: 'Translate pseudonyms back', ko: '가명을 원래 ID로 되돌리기' },
  'pseudonyms.leads.import': {
    en: 'Shelfwise will show and store a pseudonym in place of each child ID of {name}. The same key file gives the same pseudonyms every time.',
    ko: '{name}의 아이 ID 대신 가명을 보여 주고 저장합니다. 같은 키 파일을 쓰면 언제나 같은 가명이 만들어집니다.',
  },
  'pseudonyms.leads.again': {
    en: 'Choose the key file that {name} was opened with. Without it, the original child IDs would come into the workspace.',
    ko: '{name}을(를) 열 때 쓴 키 파일을 고르세요. 키 파일이 없으면 원래 ID가 작업 공간에 들어옵니다.',
  },
  'pseudonyms.leads.export': {
    en: 'Choose the key file that {name} was opened with. The exported file will hold the IDs of your own files.',
    ko: '{name}을(를) 열 때 쓴 키 파일을 고르세요. 내보낸 파일에는 원래 파일의 ID가 들어갑니다.',
  },
  'pseudonyms.keepIt': {
    en: 'Anyone who has the key file can tell who is who. Keep it apart from the workspace and from the data, and keep a copy: without it nothing can be translated back.',
    ko: '키 파일이 있으면 누가 누구인지 알아낼 수 있습니다. 작업 공간이나 데이터와 따로 보관하고 사본을 남겨 두세요. 키 파일을 잃으면 원래 ID로 되돌릴 수 없습니다.',
  },
  'pseudonyms.useMine': { en: 'Use a key file I have', ko: '가지고 있는 키 파일 쓰기' },
  'pseudonyms.make': { en: 'Make a key file', ko: '키 파일 만들기' },
  'pseudonyms.choose': { en: 'Choose the key file', ko: '키 파일 고르기' },
  'pseudonyms.ids': { en: 'Child IDs', ko: '아이 ID' },
  'pseudonyms.ofFiles': { en: 'as in your files', ko: '원래 파일과 같음' },
  'pseudonyms.replaced': { en: 'replaced with pseudonyms', ko: '가명으로 바꿈' },
  'pseudonyms.originals': { en: 'Original child IDs', ko: '원래 아이 ID로 내보내기' },
  'pseudonyms.originalsHelp': {
    en: 'When off, children are exported under their pseudonyms. When on, you are asked for the key file.',
    ko: '끄면 가명으로 내보냅니다. 켜면 내보낼 때 키 파일을 고릅니다.',
  },
  'pseudonyms.originalsShort': { en: 'original IDs', ko: '원래 ID' },
} as const satisfies Templates;
