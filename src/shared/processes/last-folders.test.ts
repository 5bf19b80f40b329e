import { expect, it } from 'vitest';
import { type DialogKind, folderToBegin, NO_LAST_FOLDERS, withLastFolder } from './last-folders';

const save = (extension: string): DialogKind => ({ kind: 'save', filter: { name: 'x', extensions: [extension] } });
const open = (extension: string): DialogKind => ({ kind: 'file', filter: { name: 'x', extensions: [extension] } });
const folder = (purpose: 'data' | 'new'): DialogKind => ({ kind: 'folder', purpose });

it('a dialog begins where the last of its kind was, or where something was saved last', () => {
  expect(folderToBegin(NO_LAST_FOLDERS, open('shelfwise'))).toBeNull();
  const exported = withLastFolder(NO_LAST_FOLDERS, save('csv'), '/exports');
  for (const dialog of [open('shelfwise'), save('html'), save('csv'), folder('data')])
    expect(folderToBegin(exported, dialog)).toBe('/exports');
  const bundled = withLastFolder(exported, save('shelfwise'), '/bundles');
  expect(folderToBegin(bundled, open('shelfwise'))).toBe('/bundles');
  expect(folderToBegin(bundled, save('csv'))).toBe('/exports');
  expect(folderToBegin(bundled, save('html'))).toBe('/bundles');
});

it('nothing is saved where something was opened, and new data lies beside other data', () => {
  const opened = withLastFolder(NO_LAST_FOLDERS, folder('data'), '/data');
  expect(folderToBegin(opened, save('csv'))).toBeNull();
  expect(folderToBegin(opened, folder('new'))).toBe('/data');
});
