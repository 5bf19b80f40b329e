/** Handlers that hand a call on: to a session of the run or the data set that it names, or to long work. */
import type { Progress } from '../../shared/contract/progress';
import type { DatasetSession } from '../sessions/dataset-session';
import type { RunSession } from '../sessions/run-session';
import type { Sessions } from '../sessions/sessions';
import { withProgress } from './progress';

interface WithSessions {
  sessions(): Promise<Sessions>;
}

/** A call, as the router passes it to its handler. */
interface Call<Input, Context> {
  readonly input: Input;
  readonly context: Context;
  readonly signal?: AbortSignal | undefined;
}

/** Answers from the run that the input names. */
export const ofRun =
  <Input extends { readonly runId: string }, Context extends WithSessions, Answer>(
    answer: (session: RunSession, input: Input, context: Context) => Promise<Answer>,
  ) =>
  async ({ input, context }: Call<Input, Context>): Promise<Answer> =>
    (await context.sessions()).withRun(input.runId, (session) => answer(session, input, context));

/** Answers from the data set that the input names. */
export const ofData =
  <Input extends { readonly data: string }, Context extends WithSessions, Answer>(
    answer: (session: DatasetSession, input: Input, context: Context) => Promise<Answer>,
  ) =>
  async ({ input, context }: Call<Input, Context>): Promise<Answer> =>
    (await context.sessions()).withDataset(input.data, (session) => answer(session, input, context));

interface WorkOptions<Told> {
  readonly onProgress: (progress: Told) => void;
  /** Aborts when the consumer leaves the iterator, or when the caller aborts. */
  readonly signal: AbortSignal;
}

/** Long work as an async iterator (withProgress). */
export const longWork =
  <Input, Context, Answer, Told = Progress>(
    work: (input: Input, context: Context, options: WorkOptions<Told>) => Promise<Answer>,
  ) =>
  ({ input, context, signal: caller }: Call<Input, Context>): AsyncGenerator<Told, Answer> =>
    withProgress<Answer, Told>((onProgress, signal) => work(input, context, { onProgress, signal }), caller);

/** Long work on the run that the input names. */
export const longWorkOfRun = <
  Input extends { readonly runId: string },
  Context extends WithSessions,
  Answer,
  Told = Progress,
>(
  work: (session: RunSession, input: Input, context: Context, options: WorkOptions<Told>) => Promise<Answer>,
) =>
  longWork<Input, Context, Answer, Told>(async (input, context, options) =>
    (await context.sessions()).withRun(input.runId, (session) => work(session, input, context, options)),
  );
