/** The dialogs in which a folder or file is chosen: those of a browser page, and what both hosts call a folder. */
import type { Templates } from '../templates';

export const PATHS_WORDS = {
  'paths.folders.data': { en: 'Choose a data folder', ko: '데이터 폴더 선택' },
  'paths.folders.new': { en: 'Choose the folder with what is new', ko: '새 데이터가 든 폴더 선택' },
  'paths.folders.pictures': { en: 'Choose the folder with the pictures of titles', ko: '작품 그림이 든 폴더 선택' },
  'paths.folders.workspace': { en: 'Choose the folder of a workspace', ko: '작업 공간 폴더 선택' },
  'paths.titleFile': { en: 'Choose a file', ko: '파일 선택' },
  'paths.titleSave': { en: 'Save as', ko: '다른 이름으로 저장' },
  'paths.address': { en: 'Folder', ko: '폴더' },
  'paths.go': { en: 'Go', ko: '이동' },
  'paths.up': { en: 'Up one folder', ko: '상위 폴더' },
  'paths.list': { en: 'Contents of the folder', ko: '폴더 내용' },
  'paths.name': { en: 'File name', ko: '파일 이름' },
  'paths.empty': { en: 'Nothing to choose here.', ko: '여기에는 선택할 항목이 없습니다.' },
  'paths.emptyFolder': { en: 'This folder is empty.', ko: '빈 폴더입니다.' },
  'paths.truncated': {
    en: 'This folder holds more than is shown. Type the path.',
    ko: '표시된 것보다 더 많은 항목이 있습니다. 경로를 입력하세요.',
  },
  'paths.chooseThis': { en: 'Choose this folder', ko: '이 폴더 선택' },
  'paths.save': { en: 'Save here', ko: '여기에 저장' },
  'paths.nameMissing': { en: 'Give the file a name.', ko: '파일 이름을 입력하세요.' },
  'paths.replaces': {
    en: 'A file with this name already exists and will be replaced.',
    ko: '같은 이름의 파일이 있습니다. 저장하면 그 파일을 덮어씁니다.',
  },
} as const satisfies Templates;
