/** What the installer of Windows does to the PATH of a user, by the text of the registry's files. */
import { createRequire } from 'node:module';
import * as path from 'node:path';
import { describe, expect, it } from 'vitest';

interface Value {
  readonly text: string;
  readonly expands: boolean;
}
const onPath = createRequire(import.meta.url)(path.join(import.meta.dirname, '../../build/windows/on-path.js')) as {
  changed(text: string, folder: string, isAdded: boolean): string;
  pathIn(exported: string): Value | null;
  withPath(value: Value): string;
};

const FOLDER = 'C:\\Users\\민지\\AppData\\Local\\Programs\\shelfwise\\resources\\bin';

describe('the PATH of a user of Windows', () => {
  it('gets the folder once, after all others, and loses it alone', () => {
    const before = 'C:\\도구;%USERPROFILE%\\bin';
    const added = onPath.changed(before, FOLDER, true);
    expect(added).toBe(`${before};${FOLDER}`);
    expect(onPath.changed(`${added}\\`.toUpperCase(), FOLDER, true).split(';')).toHaveLength(3);
    expect(onPath.changed(added, FOLDER, false)).toBe(before);
    expect(onPath.changed('', FOLDER, true)).toBe(FOLDER);
  });

  it.each([true, false])('comes back from a file of the registry as it was written (expands: %s)', (expands) => {
    const value = { text: `C:\\a "b"\\${'long\\'.repeat(600)};${FOLDER}`, expands };
    expect(onPath.pathIn(onPath.withPath(value))).toEqual(value);
  });

  it('is read where reg.exe breaks its lines, and beside other values', () => {
    const exported =
      'Windows Registry Editor Version 5.00\r\n\r\n[HKEY_CURRENT_USER\\Environment]\r\n"TEMP"=hex(2):41,00,00,00\r\n"PATH"=hex(2):41,00,\\\r\n  42,00,00,00\r\n';
    expect(onPath.pathIn(exported)).toEqual({ text: 'AB', expands: true });
    expect(onPath.pathIn('[HKEY_CURRENT_USER\\Environment]\r\n"TEMP"="x"\r\n')).toBe(null);
  });

  it('is left as it is where its kind is unknown', () => {
    expect(() => onPath.pathIn('[HKEY_CURRENT_USER\\Environment]\r\n"Path"=dword:00000001\r\n')).toThrow(
      /left as it is/,
    );
  });
});
