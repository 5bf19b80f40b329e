/**
 * Runs before each test file that shares its process with others: reloads our own modules and removes mocks of globals,
 * functions and time, so that nothing leaks between files. Packages stay loaded.
 */
import { vi } from 'vitest';

vi.resetModules();
vi.restoreAllMocks();
vi.useRealTimers();
vi.unstubAllEnvs();
vi.unstubAllGlobals();
