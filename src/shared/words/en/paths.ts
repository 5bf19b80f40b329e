/** The folder dialog of a browser page. */
export const paths = {
  titleFolder: 'Choose a folder',
  titleFile: 'Choose a file',
  titleSave: 'Save as',
  address: 'Folder',
  go: 'Go',
  up: 'Up one folder',
  list: 'Contents of the folder',
  name: 'File name',
  empty: 'Nothing to choose here.',
  emptyFolder: 'This folder is empty.',
  truncated: 'This folder holds more than is shown. Type the path.',
  chooseThis: 'Choose this folder',
  save: 'Save here',
  nameMissing: 'Give the file a name.',
  replaces: 'A file with this name already exists and will be replaced.',
};
