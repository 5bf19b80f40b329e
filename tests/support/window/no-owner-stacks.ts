/**
 * React's development build keeps a stack and a task of every element, for warnings that tell who made it: up to a third
 * of the time of a component test. It stops at ten thousand in a second; here it always has that many.
 */
import * as React from 'react';

const SHARED = '__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE';
const shared = (React as unknown as Record<string, object | undefined>)[SHARED];
if (shared !== undefined)
  Object.defineProperty(shared, 'recentlyCreatedOwnerStacks', {
    get: () => 1e4,
    set() {
      // React counts on from here.
    },
    configurable: true,
  });
