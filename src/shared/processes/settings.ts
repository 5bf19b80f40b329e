/** Settings of the Electron shell as one table: each with its schema and default. */
import * as z from 'zod';
import { lastFoldersSchema, NO_LAST_FOLDERS } from './last-folders';
import { rememberedFolderSchema } from './recent-folders';
import { versionSchema } from './updates';

const windowStateSchema = z.object({
  x: z.int().optional(),
  y: z.int().optional(),
  width: z.int().min(400),
  height: z.int().min(300),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof windowStateSchema>;

const SETTINGS = {
  /** Null follows the system. */
  language: { schema: z.enum(['en', 'ko']).nullable(), default: null },
  theme: { schema: z.enum(['system', 'light', 'dark']), default: 'system' },
  recentFolders: { schema: z.array(rememberedFolderSchema), default: [] },
  /** The last window's workspace; null is the system's default. */
  workspace: { schema: z.string().nullable(), default: null },
  /** Whether the user agreed to look for them, and the newest that was announced. */
  updates: {
    schema: z.object({ agreed: z.boolean(), newestSeen: versionSchema }),
    default: { agreed: false, newestSeen: '0.0.0' },
  },
  /** Where dialogs begin. */
  lastFolders: { schema: lastFoldersSchema, default: NO_LAST_FOLDERS },
  /** Keyed by the workspace's folder. */
  windows: { schema: z.record(z.string(), windowStateSchema), default: {} },
} as const;

export type SettingName = keyof typeof SETTINGS;
export type Setting<Name extends SettingName> = z.infer<(typeof SETTINGS)[Name]['schema']>;

/** Reads a stored setting; only a damaged one falls back to its default. */
export function readSetting<Name extends SettingName>(name: Name, kept: unknown): Setting<Name> {
  const { schema, default: fallback } = SETTINGS[name];
  const parsed = schema.safeParse(kept);
  return (parsed.success ? parsed.data : fallback) as Setting<Name>;
}
