/** The shell's settings, stored by electron-store and checked by the table in src/shared/processes/settings.ts. */
import Store from 'electron-store';
import { readSetting, type Setting, type SettingName } from '../shared/processes/settings';

let store: Store | null = null;

const kept = (): Store => (store ??= new Store({ name: 'settings', clearInvalidConfig: true }));

export const getSetting = <Name extends SettingName>(name: Name): Setting<Name> => readSetting(name, kept().get(name));

export function setSetting<Name extends SettingName>(name: Name, value: Setting<Name>): void {
  kept().set(name, value);
}
