/** Why a file is not written where the user wanted it. */
import type { Templates } from '../templates';

export const TARGETS_WORDS = {
  'target.in-data': {
    en: '{file} is in {folder}, a folder that data was read from. Shelfwise never writes there. Choose another folder.',
    ko: '{file}: 데이터를 읽어 온 폴더 {folder} 안입니다. 이 폴더에는 아무것도 저장하지 않습니다. 다른 폴더를 고르세요.',
  },
  'target.is-key': {
    en: '{file} is a key file of pseudonyms. Without it, no list could be translated back. Choose another name.',
    ko: '{file}: 가명 키 파일입니다. 이 파일이 없으면 가명을 원래 ID로 되돌릴 수 없습니다. 다른 이름을 고르세요.',
  },
  'target.is-data': {
    en: '{file} is the same file as {source} in {folder}, which data was read from. Shelfwise never writes to it. Choose another name.',
    ko: '{file}: 데이터를 읽어 온 폴더 {folder}의 {source} 파일과 같은 파일입니다. 이 파일은 바꾸지 않습니다. 다른 이름을 고르세요.',
  },
  'target.is-there': {
    en: '{folder} is already there. Name a folder that does not exist yet: it is made.',
    ko: '{folder}: 이미 있습니다. 아직 없는 폴더 이름을 입력하면 새로 만듭니다.',
  },
  'target.in-workspace': {
    en: '{file} is in the workspace {folder}, which holds only what Shelfwise keeps there. Choose another folder.',
    ko: '{file}: Shelfwise가 자료를 보관하는 작업 공간 {folder} 안입니다. 다른 폴더를 고르세요.',
  },
} as const satisfies Templates;
