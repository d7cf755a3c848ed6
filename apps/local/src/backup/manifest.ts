import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** The page that says what a backup holds; a folder without it is no backup. */
export const MANIFEST = 'manifest.json';

const shape = z.object({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  server: z.string(),
  migrations: z.array(z.string()).min(1),
  /** Names of the keys without which parts of it can't be read. */
  sealedWith: z.array(z.string()).default([]),
  /** The end of the sealed access log, as `npm run audit:verify -- --head` takes it; null before anything was sealed. */
  accessLogHead: z.string().nullable().default(null),
  tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), key: z.array(z.string()), rows: z.number().int(), sha256: z.string(), file: z.string().regex(/^[\w.-]+$/) })),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string().regex(/^-?\d+$/), isCalled: z.boolean() })),
});

/** What a backup holds: the state of the schema, and each table's rows and fingerprint. */
export type Manifest = z.infer<typeof shape>;

/** Reads the manifest of a backup folder; throws a sentence when it is none. */
export function readManifest(folder: string): Manifest {
  let text: string;
  try {
    text = readFileSync(path.join(folder, MANIFEST), 'utf8');
  } catch {
    throw new Error(`${folder} はバックアップではありません。This folder is not a finished backup: it has no ${MANIFEST}.`);
  }
  const read = shape.safeParse(json(text));
  if (!read.success) throw new Error(`${MANIFEST} が読めません。The manifest can't be read: ${read.error.issues.map((issue) => issue.path.join('.')).join(', ')}`);
  return read.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
