import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { Clock, Db, Files, fiscalYear, jstDate, newId, refuse, type DateOnly, type FileKind, type KeptForm, type Tx } from '@yoriai/platform';
import type { ChecklistSubject } from '../checklist/checklist.repository.js';
import { EvidenceRepository, type EvidenceAbout, type EvidenceRow } from './evidence.repository.js';

/** Files about one condition or procedure, and about all of a subject. */
export const MOST_FILES = { ofOne: 10, ofAll: 60 } as const;
/** Files thrown away in one transaction of the sweep. */
const BATCH = 20;

/** A file as it is handed out, under a name of our own. */
export interface HandedOut {
  kind: FileKind;
  content: Buffer;
  name: string;
}

/** Kept to the end of the fiscal year after the one in which a subject ended, like applications (要確認). */
export function keptUntil(ended: DateOnly): DateOnly {
  return `${fiscalYear(ended) + 2}-03-31`;
}

/**
 * What proves that a condition is met or a procedure done (証拠): permits, stamped copies, photos. Who may add, see and
 * remove is for the context of the subject to say; a file is only ever reached through its subject.
 */
@Injectable()
export class Evidence {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly files: Files,
    private readonly evidence: EvidenceRepository,
  ) {}

  /** Adds a file; the same one again is the one that is there. Refuses `evidence.too-many` (422). The subject is locked by the caller. */
  async add(tx: Tx, actor: Actor, subject: ChecklistSubject, about: EvidenceAbout, form: KeptForm): Promise<void> {
    const all = await this.evidence.ofSubject(tx, subject);
    const ofOne = all.filter(({ aboutKind, aboutId }) => aboutKind === about.aboutKind && aboutId === about.aboutId);
    if (ofOne.length >= MOST_FILES.ofOne || all.length >= MOST_FILES.ofAll) return refuse('evidence.too-many', { status: 422, params: { count: MOST_FILES.ofOne } });
    const fileId = await this.files.keep(tx, form);
    const row: EvidenceRow = { id: newId(), ...about, fileId, kind: form.kind, size: form.content.length, by: actor.personId, at: this.clock.now() };
    const isNew = await this.evidence.add(tx, subject, row, createHash('sha256').update(form.content).digest());
    if (!isNew) await this.files.forget(tx, [fileId]);
  }

  /** What is there of a subject, without the contents. */
  ofSubject(tx: Tx, subject: ChecklistSubject): Promise<EvidenceRow[]> {
    return this.evidence.ofSubject(tx, subject);
  }

  /** One file of a subject. Refuses `evidence.not-found` (404), also when it belongs to another. */
  async read(tx: Tx, subject: ChecklistSubject, id: string): Promise<HandedOut> {
    const found = (await this.evidence.ofSubject(tx, subject)).find((row) => row.id === id);
    const file = found?.fileId ? await this.files.read(tx, found.fileId) : null;
    if (!found || !file) return refuse('evidence.not-found', { status: 404 });
    return { ...file, name: `shorui-${found.id.slice(-8)}.${file.kind === 'image/jpeg' ? 'jpg' : 'pdf'}` };
  }

  /** Throws a file away for good; that it was there stays written. */
  async remove(tx: Tx, { id, fileId }: Pick<EvidenceRow, 'id' | 'fileId'>): Promise<void> {
    await this.evidence.remove(tx, id, this.clock.now());
    if (fileId) await this.files.forget(tx, [fileId]);
  }

  /** The subject is over: its files go when their time is. */
  async ends(tx: Tx, subject: ChecklistSubject): Promise<void> {
    await this.evidence.keepUntil(tx, subject, keptUntil(jstDate(this.clock.now())));
  }

  /** Throws away the files whose time is over; answers how many. Twice is the same as once. */
  async sweep(now: Date): Promise<number> {
    for (let gone = 0; ; ) {
      const count = await this.db.transaction(async (tx) => {
        const over = await this.evidence.over(tx, jstDate(now), BATCH);
        await this.files.forget(tx, over);
        return over.length;
      });
      gone += count;
      if (count < BATCH) return gone;
    }
  }
}
