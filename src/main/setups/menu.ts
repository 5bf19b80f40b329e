/** The native menu in the window's language; rebuilt when the language or the recent folders change. */
import { app, dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { BUNDLE_FILTER } from '../../shared/values/bundle-file';
import { menuLabel, type ScreenName, screenRow, screensFrom } from '../../features/screens';
import type { Texts } from '../texts';
import { language, texts } from '../language';
import { getSetting } from '../settings';
import { pickFile, pickFolder } from '../shell/dialogs';
import { currentWindow, openWorkspaceWindow } from '../windows/workspace-window';
import { log } from './log';

type Item = MenuItemConstructorOptions;

const SEPARATOR: Item = { type: 'separator' };
const IS_MAC = process.platform === 'darwin';

const screenItem = (screen: ScreenName): Item => ({
  label: menuLabel(screen, language()),
  click: () => currentWindow()?.requests.add({ kind: 'place', place: screenRow(screen).place }),
});

async function openFolder(): Promise<void> {
  const from = currentWindow();
  const path = from && (await pickFolder(from.window));
  if (path) from.requests.add({ kind: 'folder', path });
}

async function openBundle(): Promise<void> {
  const from = currentWindow();
  const path = from && (await pickFile(from.window, BUNDLE_FILTER));
  if (path) from.requests.add({ kind: 'bundle', path });
}

async function openWorkspace(): Promise<void> {
  const from = currentWindow();
  const folder = from && (await pickFolder(from.window));
  if (folder) openWorkspaceWindow(folder);
}

export async function showAbout(): Promise<void> {
  const { about, aboutDetail, ok } = texts();
  await dialog.showMessageBox({
    type: 'info',
    title: plain(about),
    message: app.getName(),
    detail: aboutDetail(app.getVersion(), process.versions['electron'] ?? ''),
    buttons: [ok],
  });
}

/** Removes the marks of access keys, which only menus understand. */
const plain = (text: string): string => text.replaceAll(/\(&.\)|&/g, '');

function recentItems({ noRecent }: Texts): Item[] {
  const folders = getSetting('recentFolders');
  if (folders.length === 0) return [{ label: noRecent, enabled: false }];
  return folders.map(({ folder }) => ({
    label: folder.replaceAll('&', '&&'),
    click: () => currentWindow()?.requests.add({ kind: 'folder', path: folder }),
  }));
}

function appleMenu({ about, hide, hideOthers, showAll, quit }: Texts): Item[] {
  if (!IS_MAC) return [];
  return [
    {
      label: 'Shelfwise',
      submenu: [
        { label: plain(about), click: () => void showAbout() },
        SEPARATOR,
        { role: 'hide', label: hide },
        { role: 'hideOthers', label: hideOthers },
        { role: 'unhide', label: showAll },
        SEPARATOR,
        { role: 'quit', label: plain(quit) },
      ],
    },
  ];
}

function fileMenu(words: Texts): Item {
  return {
    label: words.file,
    submenu: [
      { label: words.openFolder, accelerator: 'CmdOrCtrl+O', click: () => void openFolder() },
      { label: words.openBundle, accelerator: 'CmdOrCtrl+Shift+O', click: () => void openBundle() },
      { label: words.openRecent, submenu: recentItems(words) },
      { label: words.openWorkspace, click: () => void openWorkspace() },
      SEPARATOR,
      { ...screenItem('settings'), accelerator: 'CmdOrCtrl+,' },
      SEPARATOR,
      { role: 'close', label: words.close },
      ...(IS_MAC ? [] : [{ role: 'quit', label: words.quit } satisfies Item]),
    ],
  };
}

function editMenu(words: Texts): Item {
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  return { label: words.edit, submenu: roles.map((role) => ({ role, label: words[role] })) };
}

function viewMenu(words: Texts): Item {
  return {
    label: words.view,
    submenu: [
      { role: 'reload', label: words.reload },
      SEPARATOR,
      { role: 'zoomIn', label: words.zoomIn },
      { role: 'zoomOut', label: words.zoomOut },
      { role: 'resetZoom', label: words.resetZoom },
      { role: 'togglefullscreen', label: words.fullScreen },
      ...(app.isPackaged ? [] : [{ role: 'toggleDevTools', label: words.developerTools } satisfies Item]),
    ],
  };
}

function goMenu(words: Texts): Item {
  return {
    label: words.go,
    submenu: [
      ...screensFrom('rail').map(screenItem),
      SEPARATOR,
      // Settings go to the File menu, as in other applications.
      ...screensFrom('foot')
        .filter((screen) => screen !== 'settings')
        .map(screenItem),
    ],
  };
}

function helpMenu(words: Texts): Item {
  return {
    role: 'help',
    label: words.help,
    submenu: [
      { label: words.showLogs, click: () => shell.showItemInFolder(log.transports.file.getFile().path) },
      ...(IS_MAC ? [] : [SEPARATOR, { label: words.about, click: () => void showAbout() }]),
    ],
  };
}

export function setUpMenu(): void {
  const words = texts();
  const menu = [
    ...appleMenu(words),
    fileMenu(words),
    editMenu(words),
    viewMenu(words),
    goMenu(words),
    { role: 'windowMenu', label: words.window } satisfies Item,
    helpMenu(words),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}
