/** Keeps crash dumps on this computer. */
import { crashReporter } from 'electron';

export function keepCrashDumps(): void {
  crashReporter.start({ uploadToServer: false });
}
