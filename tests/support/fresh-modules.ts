/**
 * Before each test file that shares its process with others: our own modules are loaded anew, and what stood in for a global, a
 * function or the time is gone, so that nothing comes from another file. Packages stay loaded.
 */
import { vi } from 'vitest';

vi.resetModules();
vi.restoreAllMocks();
vi.useRealTimers();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
