/** What models can be trained on here. */
import * as z from 'zod';
import type { TrainerWork } from './trainer-work';
import { saidSchema } from '../words/sentence';

export const DEVICES = ['cpu', 'gpu'] as const;
export type Device = (typeof DEVICES)[number];

/** The GPU of a run, in enough detail to recognise the same one. */
export const gpuSchema = z.object({
  name: z.string(),
  driver: z.string(),
  /** Versions of its software: webgpu; in records of earlier versions also tensorflow, cublas, cudnn, … */
  libraries: z.record(z.string(), z.string()),
});
export type Gpu = z.infer<typeof gpuSchema>;

/** Passes of a step through WebGPU: rows to code; code to loss; back to the gradients, and the steps that they give. */
export const STEP_PARTS = ['encode', 'decode', 'gradient'] as const;
export type StepPart = (typeof STEP_PARTS)[number];

export const deviceSchema = z.object({
  device: z.enum(DEVICES),
  name: z.string(),
  usable: z.boolean(),
  /** Why it cannot be used, and what would help; null if it can. */
  reason: z.string().nullable(),
  said: saidSchema.optional(),
  /** Version of a GPU's driver. */
  driver: z.string().nullable(),
  /** For a usable GPU: how it computes, and what was measured of it. */
  notes: saidSchema.optional(),
});
export type DeviceState = z.infer<typeof deviceSchema>;

/** How many times as fast as the processor it was measured. */
export const fasterGpuSchema = z.object({ name: z.string(), times: z.number() });
export type FasterGpu = z.infer<typeof fasterGpuSchema>;

export const deviceStatusSchema = z.object({ devices: z.array(deviceSchema) });
export type DeviceStatus = z.infer<typeof deviceStatusSchema>;

/** The requested device of a run, and the one it got. */
export const deviceChoiceSchema = z.object({
  asked: z.enum(DEVICES),
  used: z.enum(DEVICES),
  /** Null: nothing chooses but the recipe. */
  reason: z.null(),
  /** For a GPU. */
  through: z.literal('webgpu').optional(),
  /** The exact GPU, so that a run resumes on no other. */
  gpu: gpuSchema.optional(),
});
export type DeviceChoice = z.infer<typeof deviceChoiceSchema>;

export const measureRequestSchema = z.strictObject({
  device: z.enum(DEVICES),
  /** 0 only tests whether it computes. */
  epochs: z.int().min(0).max(100).default(3),
  profiles: z.int().min(1).max(1_000_000).default(2000),
  titles: z.int().min(1).max(1_000_000).default(3000),
  /** Width of the code; by default the default recipe's. */
  hidden: z.int().min(1).max(4096).optional(),
  /** Also measures lists and, on a GPU, the parts of a step. */
  parts: z.boolean().optional(),
  /** Of a GPU: also measures the processor, and keeps how the two compare. */
  beside: z.boolean().optional(),
});
export type MeasureRequest = z.infer<typeof measureRequestSchema>;

export const deviceMeasurementSchema = z.object({
  device: z.enum(DEVICES),
  name: z.string(),
  /** The exact GPU, if it was one. */
  gpu: gpuSchema.optional(),
  tensorflow: z.string(),
  /** Size of the synthetic training. */
  profiles: z.int(),
  titles: z.int(),
  hidden: z.int(),
  /** Median without the first epoch. */
  secondsPerEpoch: z.number(),
  /** Mean loss per epoch. */
  losses: z.array(z.number()),
  /** Whether a second training gave the same bits. */
  repeats: z.boolean(),
  weightsSha256: z.string(),
  /** Largest difference per kernel from double precision, relative to the largest value. */
  kernels: z.record(z.string(), z.number()),
  /** Seconds per part of a step on a GPU, if requested. */
  parts: z.record(z.enum(STEP_PARTS), z.number()).optional(),
  /** Lists of all profiles, if requested. */
  lists: z
    .object({
      seconds: z.number(),
      /** Whether they equal the processor's byte for byte; for a GPU. */
      areTheProcessors: z.boolean().optional(),
      /** Rows left to the processor. */
      rowsLeft: z.int().optional(),
    })
    .optional(),
});
export type DeviceMeasurement = z.infer<typeof deviceMeasurementSchema>;

/** For a trainer process that trains a generated data set on a device. */
export const MEASURE_WORK = {
  kind: 'measure',
  request: measureRequestSchema,
  answer: deviceMeasurementSchema,
} as const satisfies TrainerWork;
