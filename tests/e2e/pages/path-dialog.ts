/** The dialog in which a page asks for a folder or file of this computer. */
import type { Locator } from 'playwright-core';
import type { AppWindow } from './app-window';

export class PathDialog {
  readonly address: Locator;
  readonly chooseThis: Locator;
  readonly fileName: Locator;
  readonly save: Locator;

  constructor(
    private readonly window: AppWindow,
    kind: 'folders.data' | 'folders.pictures' | 'titleFile' | 'titleSave',
  ) {
    const { t } = window;
    const dialog = window.dialog(t(`paths.${kind}`));
    this.address = dialog.getByLabel(t('paths.address'), { exact: true });
    this.chooseThis = dialog.getByRole('button', { name: t('paths.chooseThis') });
    this.fileName = dialog.getByLabel(t('paths.name'), { exact: true });
    this.save = dialog.getByRole('button', { name: t('paths.save') });
    this.dialog = dialog;
  }

  readonly dialog: Locator;

  /** Goes to a folder by its address. The confirming buttons wait until its contents are listed. */
  async goTo(folder: string): Promise<void> {
    await this.address.fill(folder);
    await this.dialog.getByRole('button', { name: this.window.t('paths.go'), exact: true }).click();
  }

  async chooseFolder(folder: string): Promise<void> {
    await this.goTo(folder);
    await this.chooseThis.click();
  }
}
