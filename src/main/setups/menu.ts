/** The native menu in the window's language; rebuilt when the language or the recent folders change. */
import { app, dialog, Menu, type MenuItemConstructorOptions, shell } from 'electron';
import { BUNDLE_FILTER } from '../../shared/values/bundle-file';
import { menuLabel, type ScreenName, screenRow, screensFrom } from '../../features/screens';
import type { Translate } from '../../shared/words/texts';
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
  const path = from && (await pickFolder(from.window, 'data'));
  if (path) from.requests.add({ kind: 'folder', path });
}

async function openBundle(): Promise<void> {
  const from = currentWindow();
  const path = from && (await pickFile(from.window, BUNDLE_FILTER));
  if (path) from.requests.add({ kind: 'bundle', path });
}

async function openWorkspace(): Promise<void> {
  const from = currentWindow();
  const folder = from && (await pickFolder(from.window, 'workspace'));
  if (folder) openWorkspaceWindow(folder);
}

async function showAbout(): Promise<void> {
  const t = texts();
  await dialog.showMessageBox({
    type: 'info',
    title: plain(t('desktop.about')),
    message: app.getName(),
    detail: t('desktop.aboutDetail', {
      version: app.getVersion(),
      electron: process.versions['electron'] ?? '',
    }),
    buttons: [t('desktop.ok')],
  });
}

/** Removes the marks of access keys, which only menus understand. */
const plain = (text: string): string => text.replaceAll(/\(&.\)|&/g, '');

function recentItems(t: Translate): Item[] {
  const folders = getSetting('recentFolders');
  if (folders.length === 0) return [{ label: t('desktop.noRecent'), enabled: false }];
  return folders.map(({ folder }) => ({
    label: folder.replaceAll('&', '&&'),
    click: () => currentWindow()?.requests.add({ kind: 'folder', path: folder }),
  }));
}

function appleMenu(t: Translate): Item[] {
  if (!IS_MAC) return [];
  return [
    {
      label: 'Shelfwise',
      submenu: [
        { label: plain(t('desktop.about')), click: () => void showAbout() },
        SEPARATOR,
        { role: 'hide', label: t('desktop.hide') },
        { role: 'hideOthers', label: t('desktop.hideOthers') },
        { role: 'unhide', label: t('desktop.showAll') },
        SEPARATOR,
        { role: 'quit', label: plain(t('desktop.quit')) },
      ],
    },
  ];
}

function fileMenu(t: Translate): Item {
  return {
    label: t('desktop.file'),
    submenu: [
      { label: t('desktop.openFolder'), accelerator: 'CmdOrCtrl+O', click: () => void openFolder() },
      { label: t('desktop.openBundle'), accelerator: 'CmdOrCtrl+Shift+O', click: () => void openBundle() },
      { label: t('desktop.openRecent'), submenu: recentItems(t) },
      { label: t('desktop.openWorkspace'), click: () => void openWorkspace() },
      SEPARATOR,
      { ...screenItem('settings'), accelerator: 'CmdOrCtrl+,' },
      SEPARATOR,
      { role: 'close', label: t('desktop.close') },
      ...(IS_MAC ? [] : [{ role: 'quit', label: t('desktop.quit') } satisfies Item]),
    ],
  };
}

function editMenu(t: Translate): Item {
  const roles = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;
  return { label: t('desktop.edit'), submenu: roles.map((role) => ({ role, label: t(`desktop.${role}`) })) };
}

function viewMenu(t: Translate): Item {
  return {
    label: t('desktop.view'),
    submenu: [
      { role: 'reload', label: t('desktop.reload') },
      SEPARATOR,
      { role: 'zoomIn', label: t('desktop.zoomIn') },
      { role: 'zoomOut', label: t('desktop.zoomOut') },
      { role: 'resetZoom', label: t('desktop.resetZoom') },
      { role: 'togglefullscreen', label: t('desktop.fullScreen') },
      ...(app.isPackaged ? [] : [{ role: 'toggleDevTools', label: t('desktop.developerTools') } satisfies Item]),
    ],
  };
}

function goMenu(t: Translate): Item {
  return {
    label: t('desktop.go'),
    // Settings are in the File menu, as in other applications.
    submenu: screensFrom('rail').map(screenItem),
  };
}

function helpMenu(t: Translate): Item {
  return {
    role: 'help',
    label: t('desktop.help'),
    submenu: [
      { label: t('desktop.showLogs'), click: () => shell.showItemInFolder(log.transports.file.getFile().path) },
      ...(IS_MAC ? [] : [SEPARATOR, { label: t('desktop.about'), click: () => void showAbout() }]),
    ],
  };
}

export function setUpMenu(): void {
  const t = texts();
  const menu = [
    ...appleMenu(t),
    fileMenu(t),
    editMenu(t),
    viewMenu(t),
    goMenu(t),
    { role: 'windowMenu', label: t('desktop.window') } satisfies Item,
    helpMenu(t),
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
}
