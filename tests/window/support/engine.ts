/**
 * An engine of a few answers, for a form alone. It is held to the contract: what the form asks and what the test answers are checked by
 * the contract's own schemas, so a form cannot be tested against an engine that there is not. What is not answered fails.
 */
import { isContractProcedure, type AnyContractRouter } from '@orpc/contract';
import { createRouterClient, implement, type AnyRouter } from '@orpc/server';
import type { EngineClient } from '../../../src/renderer/connection/connect';
import { contract } from '../../../src/shared/contract';

const calls = implement(contract);

/** The calls that a test answers, each as `runs.start.handler(...)`. */
export type Answers = (engine: typeof calls) => AnyRouter;

export const engineOf = (answers: Answers): EngineClient =>
  createRouterClient(complete(contract, answers(calls), [])) as EngineClient;

/** Every call of the contract: the answers that are given, and a refusal of all others that names the call. */
function complete(part: AnyContractRouter, given: AnyRouter | undefined, place: readonly string[]): AnyRouter {
  if (isContractProcedure(part))
    return (
      given ??
      implement(part).handler(() => {
        throw new Error(`The engine was asked for ${place.join('.')}, which this test does not answer.`);
      })
    );
  const entries = Object.entries(part).map(([name, below]) => [
    name,
    complete(below, (given as Record<string, AnyRouter> | undefined)?.[name], [...place, name]),
  ]);
  return Object.fromEntries(entries) as AnyRouter;
}
