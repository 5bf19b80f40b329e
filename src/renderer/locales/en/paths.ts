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
  empty: 'Nothing to choose in here.',
  truncated: 'More is in here than is shown: type the path.',
  chooseThis: 'Choose this folder',
  save: 'Save here',
  nameMissing: 'Give the file a name.',
  replaces: 'A file of this name is here and will be replaced.',
};
