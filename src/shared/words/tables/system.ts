/** What the system says of a path that leads to no file. */
import type { Templates } from '../templates';

export const SYSTEM_WORDS = {
  'system.some-file': { en: 'a file', ko: '파일' },
  'system.link-loop': {
    en: 'Cannot follow {file}: it is a link that leads back to itself. Choose the file or folder itself.',
    ko: '{file}: 자기 자신을 가리키는 링크라서 따라갈 수 없습니다. 파일이나 폴더 자체를 지정하세요.',
  },
  'system.name-too-long': {
    en: 'Cannot use {file}: the name is longer than this system allows. Choose a shorter one.',
    ko: '{file}: 이름이 이 시스템에서 쓸 수 있는 길이를 넘습니다. 더 짧은 이름을 쓰세요.',
  },
  'system.is-folder': {
    en: 'Cannot read {file} as a file: it is a folder. Choose a file.',
    ko: '{file}: 파일이 아니라 폴더입니다. 파일을 지정하세요.',
  },
  'system.zero-byte': {
    en: 'Cannot use {file}: the path contains a null byte, which no file name can. Type the path again.',
    ko: '{file}: 경로에 이름으로 쓸 수 없는 널(null) 바이트가 들어 있습니다. 경로를 다시 입력하세요.',
  },
  'system.read-failed': {
    en: 'Cannot read {file}: the system reports a read error. Check the disk, then copy the file elsewhere and try again.',
    ko: '{file}: 시스템이 읽기 오류를 보고했습니다. 디스크를 확인한 뒤 파일을 다른 곳에 복사해 다시 시도하세요.',
  },
  'system.program-incomplete': {
    en: 'package.json of {program} is missing beside the program. Install it again.',
    ko: '프로그램 폴더에 package.json이 없습니다. {program}을(를) 다시 설치하세요.',
  },
} as const satisfies Templates;
