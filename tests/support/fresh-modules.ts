/**
 * Before each test file that shares its process with others: our own modules are loaded anew, and what stood in for a global is gone,
 * so that nothing comes from another file. Packages stay loaded.
 */
import { vi } from 'vitest';

vi.resetModules();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
