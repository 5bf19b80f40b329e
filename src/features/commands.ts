/** The table of commands, from which parsing, help and docs/commands.md follow. */
import type { Command } from '../cli/command';
import { approveCommand } from './review/commands/approve';
import { auditCommand } from './review/commands/audit';
import { bundleCommand } from './bundles/commands/bundle';
import { certificatesCommand } from './verify/commands/certificates';
import { checkCommand } from './review/commands/check';
import { checksCommand } from './review/commands/checks';
import { clusterCommand } from './cluster/commands/cluster';
import { compareCommand } from './run-comparison/commands/compare';
import { datasetsCommand } from './data-folder/commands/datasets';
import { deleteCommand } from './trash/commands/delete';
import { doctorCommand } from './settings/commands/doctor';
import { explainCommand } from './inspect/commands/explain';
import { exportCommand } from './export/commands/export';
import { exportsCommand } from './export/commands/exports';
import { forgetCommand } from './forget/commands/forget';
import { gcCommand } from './trash/commands/gc';
import { gpuCommand } from './settings/commands/gpu';
import { importCommand } from './data-folder/commands/import';
import { knobsCommand } from './train/commands/knobs';
import { labelsCommand } from './labels/commands/labels';
import { latentMapCommand } from './map/commands/latent-map';
import { leaderboardCommand } from './leaderboard/commands/leaderboard';
import { markCommand } from './runs/commands/mark';
import { modelCommand } from './model-files/commands/model';
import { neighboursCommand } from './profiles/commands/neighbours';
import { newTitlesCommand } from './new-titles/commands/new-titles';
import { noteCommand } from './profiles/commands/note';
import { openCommand } from './bundles/commands/open';
import { outcomeCommand } from './outcome/commands/outcome';
import { profilesCommand } from './profiles/commands/profiles';
import { queueCommand } from './train/commands/queue';
import { recipeCommand } from './train/commands/recipe';
import { recommendCommand } from './inspect/commands/recommend';
import { refreshCommand } from './refresh/commands/refresh';
import { reportCommand } from './report/commands/report';
import { restoreCommand } from './trash/commands/restore';
import { resumeCommand } from './train/commands/resume';
import { keptCommand } from './review/commands/kept';
import { reviewCommand } from './review/commands/review';
import { rowsCommand } from './data-folder/commands/rows';
import { rulesCommand } from './rules/commands/rules';
import { runsCommand } from './runs/commands/runs';
import { showCommand } from './runs/commands/show';
import { stabilityCommand } from './inspect/commands/stability';
import { sweepCommand } from './sweep/commands/sweep';
import { titleCommand } from './titles/commands/title';
import { trainCommand } from './train/commands/train';
import { trashCommand } from './trash/commands/trash';
import { tuningCommand } from './inspect/commands/tuning';
import { tuningsCommand } from './inspect/commands/tunings';
import { verifyCommand } from './verify/commands/verify';
import { webCommand } from '../cli/web';
import { whyNotCommand } from './inspect/commands/why-not';
import { workCommand } from './cluster/commands/work';

/** Groups in help and docs/commands.md. */
export const COMMAND_GROUPS: readonly { readonly title: string; readonly commands: readonly Command[] }[] = [
  { title: 'Data', commands: [importCommand, datasetsCommand, rowsCommand, labelsCommand] },
  {
    title: 'Train and judge',
    commands: [
      trainCommand,
      queueCommand,
      runsCommand,
      showCommand,
      markCommand,
      compareCommand,
      resumeCommand,
      verifyCommand,
      certificatesCommand,
      leaderboardCommand,
      sweepCommand,
    ],
  },
  {
    title: 'Look at profiles, titles and lists',
    commands: [
      recommendCommand,
      explainCommand,
      whyNotCommand,
      stabilityCommand,
      profilesCommand,
      neighboursCommand,
      latentMapCommand,
      titleCommand,
      noteCommand,
    ],
  },
  { title: 'Tune lists and set rules', commands: [tuningCommand, tuningsCommand, rulesCommand, newTitlesCommand] },
  {
    title: 'Review and approve',
    commands: [checkCommand, checksCommand, reviewCommand, approveCommand, auditCommand, keptCommand],
  },
  {
    title: 'Export',
    commands: [exportCommand, exportsCommand, outcomeCommand, refreshCommand, reportCommand, modelCommand],
  },
  {
    title: 'Carry, delete and restore',
    commands: [bundleCommand, openCommand, deleteCommand, trashCommand, restoreCommand, forgetCommand, gcCommand],
  },
  {
    title: 'This computer, and others',
    commands: [webCommand, doctorCommand, gpuCommand, clusterCommand, workCommand],
  },
  { title: 'Settings of a training', commands: [recipeCommand, knobsCommand] },
];

export const COMMANDS: readonly Command[] = COMMAND_GROUPS.flatMap(({ commands }) => commands);
