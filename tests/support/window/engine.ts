/**
 * An engine and a shell with a few answers, for a single form. They follow their contracts: the contract's schemas
 * check requests and answers, so a form cannot be tested against an impossible engine. Calls without an answer fail.
 */
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { createRouterClient, implement, type AnyRouter } from '@orpc/server';
import type { EngineClient } from '../../../src/renderer/connection/connect';
import type { Shell, ShellClient } from '../../../src/renderer/connection/shell';
import { contract } from '../../../src/features/contract';
import { shellContract } from '../../../src/shared/processes/shell-contract';

const engineCalls = implement(contract);
const shellCalls = implement(shellContract);

/** The calls that a test answers, each as `runs.start.handler(...)`. */
export type Answers = (engine: typeof engineCalls) => AnyRouter;
/** The same, as `user.pickFile.handler(...)`. */
export type ShellAnswers = (shell: typeof shellCalls) => AnyRouter;

export const engineOf = (answers: Answers): EngineClient =>
  createRouterClient(complete(contract, answers(engineCalls), ['engine'])) as EngineClient;

/** A page's shell, whose user answers at once; the desktop's where a test answers its calls. */
export function shellOf(answers: ShellAnswers): Shell {
  const given = answers(shellCalls);
  const { host, user, page, desktop } = createRouterClient(complete(shellContract, given, ['shell'])) as ShellClient;
  return { host, user, page, desktop: 'desktop' in given ? desktop : null, pathOfDropped: () => null };
}

/**
 * Every call of the contract: the given answers, and for all others a refusal that names the call. Looks at a part of the
 * contract when it is asked for, so that a test depends on those alone (tests/support/record-uses.ts).
 */
function complete(part: AnyContractRouter, given: AnyRouter | undefined, place: readonly string[]): AnyRouter {
  if (isContractProcedure(part))
    return (
      given ??
      implement(part).handler(() => {
        throw new Error(`A test does not answer ${place.join('.')}, which was asked.`);
      })
    );
  const completed = (name: string | symbol): AnyRouter | undefined =>
    typeof name === 'string' && Object.hasOwn(part, name)
      ? complete(part[name]!, (given as Record<string, AnyRouter> | undefined)?.[name], [...place, name])
      : undefined;
  return new Proxy({}, { get: (_, name) => completed(name) });
}
