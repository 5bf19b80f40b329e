/** Runs as a loaded module: the engine loads parts of itself later, which needs its loader alive. */
import { main } from './command';

export const status = await main(process.argv.slice(2));
