/** Runs while it is loaded: the engine loads parts of itself later, which only works as long as its loader is at work. */
import { main } from './command';

export const status = await main(process.argv.slice(2));
