/** What was exported from this window: the hashes tell whether the same bytes came out again. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { ExportRecord } from '../../shared/contract';

export type KeptExport = ExportRecord & { runId: string };

const MOST_KEPT = 50;

export const useExports = create<{ exports: KeptExport[] }>()(
  persist((): { exports: KeptExport[] } => ({ exports: [] }), { name: 'shelfwise.exports', version: 1 }),
);

export const keepExport = (runId: string, record: ExportRecord): void =>
  void useExports.setState(({ exports }) => ({ exports: [{ ...record, runId }, ...exports].slice(0, MOST_KEPT) }));
