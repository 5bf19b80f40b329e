/** The table of commands: parsing, help and the table in docs/commands.md are all made from it. */
import type { Command } from './command';
import { approveCommand } from './commands/approve';
import { auditCommand } from './commands/audit';
import { bundleCommand } from './commands/bundle';
import { certificatesCommand } from './commands/certificates';
import { checkCommand } from './commands/check';
import { checksCommand } from './commands/checks';
import { clusterCommand } from './commands/cluster';
import { compareCommand } from './commands/compare';
import { datasetsCommand } from './commands/datasets';
import { deleteCommand } from './commands/delete';
import { doctorCommand } from './commands/doctor';
import { explainCommand } from './commands/explain';
import { exportCommand } from './commands/export';
import { exportsCommand } from './commands/exports';
import { forgetCommand } from './commands/forget';
import { gcCommand } from './commands/gc';
import { gpuCommand } from './commands/gpu';
import { importCommand } from './commands/import';
import { knobsCommand } from './commands/knobs';
import { labelsCommand } from './commands/labels';
import { latentMapCommand } from './commands/latent-map';
import { leaderboardCommand } from './commands/leaderboard';
import { markCommand } from './commands/mark';
import { modelCommand } from './commands/model';
import { neighboursCommand } from './commands/neighbours';
import { newTitlesCommand } from './commands/new-titles';
import { noteCommand } from './commands/note';
import { openCommand } from './commands/open';
import { outcomeCommand } from './commands/outcome';
import { profilesCommand } from './commands/profiles';
import { queueCommand } from './commands/queue';
import { recipeCommand } from './commands/recipe';
import { recommendCommand } from './commands/recommend';
import { refreshCommand } from './commands/refresh';
import { reportCommand } from './commands/report';
import { restoreCommand } from './commands/restore';
import { resumeCommand } from './commands/resume';
import { keptCommand } from './commands/kept';
import { reviewCommand } from './commands/review';
import { rowsCommand } from './commands/rows';
import { rulesCommand } from './commands/rules';
import { runsCommand } from './commands/runs';
import { showCommand } from './commands/show';
import { stabilityCommand } from './commands/stability';
import { sweepCommand } from './commands/sweep';
import { titleCommand } from './commands/title';
import { trainCommand } from './commands/train';
import { trashCommand } from './commands/trash';
import { tuningCommand } from './commands/tuning';
import { tuningsCommand } from './commands/tunings';
import { verifyCommand } from './commands/verify';
import { webCommand } from './commands/web';
import { whyNotCommand } from './commands/why-not';
import { workCommand } from './commands/work';

/** As help and docs/commands.md group them. */
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
