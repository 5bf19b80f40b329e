/** A command's question about one title in the list of one profile. */
import type { RulesChoice } from '../../../shared/contract/rules';
import type { Tuning } from '../../../shared/contract/tuning';
import { RUN_INPUT } from '../../../cli/common-inputs';
import type { Context } from '../../../cli/context';
import { PROFILE_INPUT, PROFILE_KEY_INPUT, profileOfRun } from '../../../cli/profile';
import { DATE_INPUT, RULES_INPUT, rulesInput } from '../../../cli/rules';
import { TUNE_INPUT, tuningNamed } from '../../../cli/tunings';

export const TITLE_QUESTION_INPUTS = {
  run: RUN_INPUT,
  profile: PROFILE_INPUT,
  title: { kind: 'text', required: true, value: 'ID', help: 'the title' },
  tune: TUNE_INPUT,
  rules: RULES_INPUT,
  date: DATE_INPUT,
  key: PROFILE_KEY_INPUT,
} as const;

interface Typed {
  readonly run: string;
  readonly profile: string;
  readonly title: string;
  readonly tune: string | undefined;
  readonly rules: string | undefined;
  readonly date: string | undefined;
  readonly key: string | undefined;
}

interface TitleQuestion {
  runId: string;
  profile: string;
  item: string;
  tuning?: Tuning;
  rules?: RulesChoice;
}

/** @throws ShelfwiseError errors of reading the key, the tuning or the rules */
export async function titleQuestion(
  context: Context,
  { run, profile: typed, title, tune, rules, date, key }: Typed,
): Promise<TitleQuestion> {
  const client = await context.client();
  const profile = await profileOfRun(context, run, typed, key);
  const tuning =
    tune === undefined
      ? undefined
      : await tuningNamed(context, tune, (await client.runs.get({ runId: run })).dataset.fingerprint);
  return {
    runId: run,
    profile,
    item: title,
    ...(tuning && { tuning }),
    ...(await rulesInput(context, rules, { runId: run, date })),
  };
}
