/** checks/<fingerprint>.json: which checks are made of a data set's lists, with which limits, and which rules a person has confirmed. */
import * as z from 'zod';
import { CHECK_MODES, CHECKS, type CheckId, type CheckSetting, DEFAULT_CHECK_SETTINGS } from '../contract/check-table';
import {
  type CheckSettings,
  confirmedRulesSchema,
  type GivenCheckSetting,
  type OwnCheck,
  ownChecksSchema,
} from '../contract/checks';
import { say } from '../../../shared/words/sentence';
import type { KeptWithData } from '../../../engine/kept/kept-in-workspace';
import { changeState, type KeptFamily, readState } from '../../../engine/kept/store';
import { logged } from '../../../engine/kept/audit/logged';
import { changeRecords, fileOf, withRecord } from '../../../engine/storage/record-file';
import type { Workspace } from '../../../engine/storage/workspace';

const storedSchema = z.object({
  /** By ID, including checks that this version does not know. */
  settings: z.record(z.string(), z.object({ mode: z.enum(CHECK_MODES), limit: z.int().nullable() })),
  own: ownChecksSchema.default([]),
  confirmed: confirmedRulesSchema.default([]),
  revision: z.int(),
  changedAt: z.string().nullable(),
});
type Stored = z.infer<typeof storedSchema>;

/** One record per file: the settings are changed as a whole. */
const KEY = 'set';
const NONE: Stored = { settings: {}, own: [], confirmed: [], revision: 0, changedAt: null };

const SETTINGS: KeptFamily<Stored> = {
  folder: 'checks',
  name: 'checks',
  value: storedSchema,
  what: ({ fingerprint }) => say('kept.checks', { data: fingerprint.slice(0, 12) }),
  most: 0,
};

export const readCheckSettings = async (workspace: Workspace, fingerprint: string): Promise<CheckSettings> =>
  asShown((await readState(SETTINGS, { workspace, fingerprint, key: KEY })) ?? NONE);

interface GivenSettings {
  settings?: readonly GivenCheckSetting[] | undefined;
  own?: OwnCheck[] | undefined;
  confirmed?: string[] | undefined;
  /** Of the settings that were read; 0 if there were none. */
  revision: number;
}

/**
 * What a person confirms lets lists leave that a check holds back, so the audit log has it: by the hash of the rule, whose name may say who a child is.
 * @throws ShelfwiseError `busy` if the settings were changed meanwhile
 */
export async function setCheckSettings(
  workspace: Workspace,
  fingerprint: string,
  given: GivenSettings,
): Promise<CheckSettings> {
  const { confirmed = null } = given;
  if (confirmed === null) return writeCheckSettings(workspace, fingerprint, given);
  const before = (await readCheckSettings(workspace, fingerprint)).confirmed;
  const without = (all: readonly string[], others: readonly string[]): string[] =>
    all.filter((ruleSha256) => !others.includes(ruleSha256));
  return logged(workspace, fingerprint, async (intend) => {
    const entries = [
      ...without(confirmed, before).map((ruleSha256) => ({ what: 'rule-confirmed', ruleSha256 })),
      ...without(before, confirmed).map((ruleSha256) => ({ what: 'rule-no-longer-confirmed', ruleSha256 })),
    ];
    if (entries.length > 0) await intend(entries);
    return writeCheckSettings(workspace, fingerprint, given);
  });
}

async function writeCheckSettings(
  workspace: Workspace,
  fingerprint: string,
  { settings = [], own, confirmed, revision }: GivenSettings,
): Promise<CheckSettings> {
  const set = await changeState(
    SETTINGS,
    { workspace, fingerprint, key: KEY },
    {
      read: revision,
      to: (before = NONE) => {
        const after = { ...before.settings };
        for (const { id, mode, limit } of withSettings(asShown(before).settings, settings)) after[id] = { mode, limit };
        return { settings: after, own: own ?? before.own, confirmed: confirmed ?? before.confirmed };
      },
    },
  );
  return asShown(set!);
}

/** Gives a data set that was made from another one the settings of that one, unless it already has some. */
async function adoptCheckSettings(workspace: Workspace, from: string, to: string): Promise<void> {
  const stored = await readState(SETTINGS, { workspace, fingerprint: from, key: KEY });
  if (stored === undefined) return;
  await changeRecords(fileOf(SETTINGS, workspace, to), (records) =>
    records.has(KEY) ? records : withRecord(records, KEY, { ...stored, revision: 1 }),
  );
}

export const CHECK_SETTINGS: KeptWithData = { of: SETTINGS, adopt: adoptCheckSettings };

/** The settings with some of them changed. */
export function withSettings<Setting extends CheckSetting>(
  settings: readonly Setting[],
  given: readonly GivenCheckSetting[],
): Setting[] {
  const changes = new Map(given.map((one) => [one.id, one]));
  return settings.map((setting) => {
    const { mode = setting.mode, limit = setting.limit } = changes.get(setting.id) ?? {};
    return { ...setting, mode, limit };
  });
}

/** Ignores a limit that this version does not allow. */
function asShown({ settings, own, confirmed, revision, changedAt }: Stored): CheckSettings {
  const shown = DEFAULT_CHECK_SETTINGS.map((standard) => {
    const set = Object.hasOwn(settings, standard.id) ? settings[standard.id] : undefined;
    if (set === undefined) return standard;
    return { id: standard.id, mode: set.mode, limit: isAllowed(standard.id, set.limit) ? set.limit : standard.limit };
  });
  return { settings: shown, own, confirmed, revision, changedAt };
}

function isAllowed(id: CheckId, limit: number | null): boolean {
  const bounds = CHECKS[id].limit;
  if (bounds === null || limit === null) return bounds === limit;
  return limit >= bounds.least && limit <= bounds.most;
}
