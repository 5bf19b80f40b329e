/** What is said of Excel workbooks (.xlsx) that cannot be read. */
import type { Templates } from '../templates';

export const WORKBOOKS_WORDS = {
  'workbook.events': {
    en: '{file} holds events, which are not read from Excel files: a sheet ends at 1,048,576 rows and rounds long IDs and times. Export it as CSV from where it comes from, and put that in its place.',
    ko: '{file}: 시청 이력은 엑셀 파일에서 읽지 않습니다. 시트는 1,048,576행까지만 담고 긴 ID와 시각을 반올림합니다. 원래 시스템에서 CSV로 내보낸 파일로 바꾸세요.',
  },
  'workbook.too-large': {
    en: '{file} is too large for an Excel file: at most {megabytes} MB are read. Save the sheet as CSV.',
    ko: '{file}: 너무 큰 엑셀 파일입니다. {megabytes}MB까지 읽습니다. 시트를 CSV로 저장하세요.',
  },
  'workbook.swells': {
    en: '{file} holds more than {megabytes} MB once it is unpacked. Save the sheet as CSV, without what is not needed.',
    ko: '{file}: 압축을 풀면 {megabytes}MB를 넘는 엑셀 파일입니다. 필요 없는 내용을 빼고 시트를 CSV로 저장하세요.',
  },
  'workbook.too-many-cells': {
    en: '{file} has more than {most} cells in a sheet. Save the sheet as CSV.',
    ko: '{file}: 한 시트에 셀이 {most}개보다 많습니다. 시트를 CSV로 저장하세요.',
  },
  'workbook.locked': {
    en: '{file} has a password or is in the format of Excel 2003. Save it as .xlsx without a password, or as CSV.',
    ko: '{file}: 암호가 걸렸거나 Excel 2003 형식인 파일입니다. 암호 없는 .xlsx나 CSV로 저장하세요.',
  },
  'workbook.damaged': {
    en: '{file} is not an Excel file (.xlsx) that can be read: {cause}. Save it again, or save the sheet as CSV.',
    ko: '{file}: 엑셀 파일(.xlsx)이 손상되어 읽을 수 없습니다. 다시 저장하거나 시트를 CSV로 저장하세요. (원인: {cause})',
  },
  'workbook.takes-memory': {
    en: '{file} takes too much memory to be read. Save the sheet as CSV, without what is not needed.',
    ko: '{file}: 읽는 데 메모리가 너무 많이 듭니다. 필요 없는 내용을 빼고 시트를 CSV로 저장하세요.',
  },
  'workbook.reader-ended': {
    en: 'The reading of {file} ended by itself.',
    ko: '{file}: 읽기가 저절로 끝났습니다.',
  },
  'workbook.no-sheet': {
    en: '{file} has no sheet called {sheet}.',
    ko: '{file}: 이름이 {sheet}인 시트가 없습니다.',
  },
} as const satisfies Templates;
