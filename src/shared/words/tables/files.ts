/** What is said of files and folders that cannot be read or written. */
import type { Templates } from '../templates';

export const FILES_WORDS = {
  'file.no-space': {
    en: 'There is no space left to write {file}. Free some space and try again; nothing was changed.',
    ko: '{file}: 쓸 공간이 남아 있지 않습니다. 공간을 확보한 뒤 다시 시도하세요. 바뀐 것은 없습니다.',
  },
  'file.not-writable': {
    en: 'Cannot write {file}: permission denied. Choose another place or change its permissions.',
    ko: '{file}: 쓸 권한이 없습니다. 다른 위치를 고르거나 권한을 바꾸세요.',
  },
  'file.no-folder': {
    en: 'The folder of {file} does not exist. Make it first or choose another place.',
    ko: '{file}: 폴더가 없습니다. 먼저 폴더를 만들거나 다른 위치를 고르세요.',
  },
  'file.is-device': {
    en: '{file} is a device or a pipe, which a file cannot replace. Choose a file.',
    ko: '{file}: 장치나 파이프이므로 파일로 바꿀 수 없습니다. 파일을 지정하세요.',
  },
  'file.is-folder-plain': {
    en: '{folder} is a folder. Choose a file in it to write.',
    ko: '{folder}: 폴더입니다. 그 안에 쓸 파일을 지정하세요.',
  },
  'folder.is-file': { en: '{folder} is not a folder.', ko: '{folder}: 폴더가 아닙니다.' },
  'folder.none': { en: 'There is no folder {folder}.', ko: '폴더가 없습니다: {folder}' },
  'folder.no-permission': {
    en: 'Cannot open {folder}: permission denied. Change its permissions.',
    ko: '{folder}: 폴더를 볼 권한이 없습니다. 권한을 바꾸세요.',
  },
  'folder.needed': {
    en: '{place} is a file, and a folder is needed there. Choose another folder.',
    ko: '{place}: 폴더가 있어야 할 자리에 파일이 있습니다. 다른 폴더를 지정하세요.',
  },
  'folder.not-made': {
    en: 'No folder can be made in {folder}. Choose another place.',
    ko: '{folder}: 이 안에 폴더를 만들 수 없습니다. 다른 위치를 고르세요.',
  },
  'folder.no-drive': { en: 'There is no drive {drive}.', ko: '드라이브가 없습니다: {drive}' },
  'folder.failed': {
    en: 'Cannot open {folder}: {cause}.',
    ko: '{folder}: 폴더를 볼 수 없습니다: {cause}.',
  },
  'file.none': { en: 'There is no file {file}.', ko: '파일이 없습니다: {file}' },
  'file.copy-it': {
    en: 'Cannot read {file}: permission denied. Change its permissions or copy it.',
    ko: '{file}: 읽을 권한이 없습니다. 권한을 바꾸거나 복사하세요.',
  },
  'file.changed': {
    en: '{file} changed while it was read. Try again.',
    ko: '{file}: 읽는 동안 바뀌었습니다. 다시 시도하세요.',
  },
  'disk.full': {
    en: 'There is no space left on the disk. Free some space and try again.',
    ko: '디스크에 남은 공간이 없습니다. 공간을 확보한 뒤 다시 시도하세요.',
  },
  'folder.missing': {
    en: 'There is no folder {folder}. Check its name.',
    ko: '폴더가 없습니다: {folder}. 이름을 확인하세요.',
  },
  'folder.unreadable': {
    en: 'Cannot read the folder {folder}: permission denied. Change its permissions.',
    ko: '폴더를 읽을 권한이 없습니다: {folder}. 권한을 바꾸세요.',
  },
  'file.name-backslash': {
    en: 'Cannot read {file}: its path has a backslash and one of the characters * ? [. Rename the file or the folder.',
    ko: '읽을 수 없습니다: {file}. 경로에 역슬래시와 * ? [ 중 하나가 함께 있습니다. 파일이나 폴더의 이름을 바꾸세요.',
  },
  'file.not-readable': {
    en: '{file} is not a file that can be read. Move it elsewhere.',
    ko: '{file}: 읽을 수 있는 파일이 아닙니다. 다른 곳으로 옮기세요.',
  },
  'file.no-permission': {
    en: 'Cannot read {file}: permission denied. Change its permissions.',
    ko: '{file}: 읽을 권한이 없습니다. 권한을 바꾸세요.',
  },
  'file.no-regular': {
    en: '{file} is a folder, a pipe or a device. Choose a file.',
    ko: '{file}: 폴더, 파이프 또는 장치입니다. 파일을 지정하세요.',
  },
  'file.not-plain': {
    en: '{file} is a link, a folder, a pipe or a device, and was not read. Put the file itself in its place.',
    ko: '{file}: 링크, 폴더, 파이프 또는 장치이므로 읽지 않았습니다. 그 자리에 파일을 두세요.',
  },
  'file.name-not-plain': {
    en: '{name} is not a name that Shelfwise gives to a file in {folder}. Nothing was read.',
    ko: '{name}: Shelfwise가 {folder}에서 쓰는 파일 이름이 아닙니다. 아무것도 읽지 않았습니다.',
  },
} as const satisfies Templates;
