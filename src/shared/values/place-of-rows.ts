/** Where rows lie, without the line: the file, and the sheet of a workbook. */
export const placeOfRows = ({ file, sheet }: { file: string; sheet?: string | undefined }): string =>
  sheet === undefined ? file : `${file}: ${sheet}`;
