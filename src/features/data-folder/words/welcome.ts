/** The first screen: folders, the sample, and what was opened before. */
import type { Templates } from '../../../shared/words/templates';

export const WELCOME_WORDS = {
  'welcome.title': { en: 'Welcome', ko: '시작' },
  'welcome.lead': {
    en: 'Open the folder with your viewing data, train a model, and look at what it recommends. You can always see how a list came about.',
    ko: '시청 데이터가 있는 폴더를 열고 모델을 학습해 추천 결과를 살펴보세요. 각 목록이 어떻게 만들어졌는지 나중에도 설명할 수 있습니다.',
  },
  'welcome.open': { en: 'Open a data folder', ko: '데이터 폴더 열기' },
  'welcome.openHelp': {
    en: 'CSV, TSV or Parquet files of children, titles and viewings; children and titles may be in Excel files. They are read, never changed.',
    ko: '아이, 작품, 시청 이력이 담긴 CSV, TSV, Parquet 파일. 아이와 작품은 엑셀 파일이어도 됩니다. 읽기만 하고 바꾸지 않습니다.',
  },
  'welcome.sample': { en: 'Open the sample', ko: '예제 열기' },
  'welcome.sampleHelp': {
    en: 'A made-up service with a few hundred children, mistakes included, to try everything on.',
    ko: '아이 수백 명이 있는 가상의 서비스입니다. 데이터 오류도 일부러 넣어 두었습니다.',
  },
  'welcome.bundle': { en: 'Open a model bundle', ko: '모델 파일 열기' },
  'welcome.bundleHelp': {
    en: 'A model that was saved to one file, on this or on another computer.',
    ko: '이 컴퓨터나 다른 컴퓨터에서 파일 하나로 저장한 모델입니다.',
  },
  'welcome.recent': { en: 'Recent folders', ko: '최근 폴더' },
  'welcome.recentEmpty': { en: 'Folders that you open are listed here.', ko: '폴더를 열면 여기에 표시됩니다.' },
  'welcome.openedAt': { en: 'opened {when}', ko: '{when}에 열었음' },
  'welcome.gone': {
    en: 'This folder is no longer there. It may have been moved or renamed, or be on a drive that is not connected.',
    ko: '폴더를 찾을 수 없습니다. 옮겼거나 이름을 바꿨거나 드라이브가 연결되어 있지 않을 수 있습니다.',
  },
  'welcome.locate': { en: 'Locate it', ko: '위치 찾기' },
  'welcome.remove': { en: 'Remove from the list', ko: '목록에서 제거' },
  'welcome.imported': { en: 'Data sets in this workspace', ko: '이 작업 공간의 데이터 세트' },
  'welcome.private': { en: 'Your data stays on this computer', ko: '데이터는 이 컴퓨터에만 있습니다' },
  'welcome.privateBody': {
    en: 'No account, no telemetry. Your data goes nowhere unless you add a cluster and agree to it. Viewing histories, models and lists stay in this folder:',
    ko: '계정이 없고 사용 통계도 보내지 않습니다. 클러스터를 추가하고 동의하지 않는 한 데이터를 어디로도 보내지 않습니다. 시청 이력, 모델, 목록은 이 폴더에 저장됩니다:',
  },
  'welcome.folderFailed': { en: 'The folder could not be opened', ko: '폴더를 열지 못했습니다' },
  'welcome.bundleFailed': { en: 'The bundle could not be opened', ko: '모델 파일을 열지 못했습니다' },
  'welcome.dropRefused': { en: 'What was dropped could not be opened', ko: '끌어다 놓은 항목을 열지 못했습니다' },
  'welcome.dropInBrowser': {
    en: 'A browser does not tell a page where a dropped folder is. Use “Open a data folder” instead.',
    ko: '브라우저는 끌어다 놓은 폴더의 위치를 알려 주지 않습니다. ‘데이터 폴더 열기’를 사용하세요.',
  },
  'welcome.dropHint': {
    en: 'Or drop a folder or a bundle on this window.',
    ko: '폴더나 모델 파일을 이 창에 끌어다 놓아도 됩니다.',
  },
} as const satisfies Templates;
