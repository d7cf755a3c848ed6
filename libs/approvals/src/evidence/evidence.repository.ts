import { Injectable } from '@nestjs/common';
import { rows, type DateOnly, type FileKind, type Tx } from '@yoriai/platform';
import type { ChecklistSubject } from '../checklist/checklist.repository.js';

/** What a file proves: that a condition is met, or a procedure done; a condition by its id, a procedure by its code. */
export interface EvidenceAbout {
  aboutKind: 'condition' | 'item';
  aboutId: string;
}

/** A file that proves something, without its content. */
export interface EvidenceRow extends EvidenceAbout {
  id: string;
  fileId: string | null;
  kind: FileKind;
  size: number;
  by: string;
  at: Date;
}

const COLUMNS = `id, about_kind as "aboutKind", about_id as "aboutId", file_id as "fileId", kind, size, by_person_id as by, at`;

/** SQL of the evidence. */
@Injectable()
export class EvidenceRepository {
  /** False where the same file is there already. */
  async add(tx: Tx, subject: ChecklistSubject, row: EvidenceRow, digest: Buffer): Promise<boolean> {
    const found = await rows(
      tx,
      `insert into approvals.evidence (id, subject_kind, subject_id, about_kind, about_id, file_id, kind, size, digest, by_person_id, at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
       on conflict (subject_kind, subject_id, about_kind, about_id, digest) where removed_at is null do nothing returning id`,
      [row.id, subject.subjectKind, subject.subjectId, row.aboutKind, row.aboutId, row.fileId, row.kind, row.size, digest, row.by, row.at],
    );
    return found.length > 0;
  }

  /** What is there of a subject, oldest first; what was thrown away is not. */
  ofSubject(tx: Tx, { subjectKind, subjectId }: ChecklistSubject): Promise<EvidenceRow[]> {
    return rows(tx, `select ${COLUMNS} from approvals.evidence where subject_kind = $1 and subject_id = $2 and removed_at is null and file_id is not null order by at, id`, [subjectKind, subjectId]);
  }

  async remove(tx: Tx, id: string, at: Date): Promise<void> {
    await rows(tx, 'update approvals.evidence set removed_at = $2 where id = $1', [id, at]);
  }

  async keepUntil(tx: Tx, { subjectKind, subjectId }: ChecklistSubject, day: DateOnly): Promise<void> {
    await rows(tx, 'update approvals.evidence set keep_until = $3 where subject_kind = $1 and subject_id = $2', [subjectKind, subjectId, day]);
  }

  /** Files whose time is over. */
  async over(tx: Tx, today: DateOnly, limit: number): Promise<string[]> {
    const found = await rows<{ fileId: string }>(tx, `select file_id as "fileId" from approvals.evidence where file_id is not null and keep_until < $1::date order by id limit $2`, [today, limit]);
    return found.map(({ fileId }) => fileId);
  }
}
