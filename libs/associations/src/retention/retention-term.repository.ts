import { Injectable } from '@nestjs/common';
import { rows, type Tx } from '@yoriai/platform';
import type { KeptNames } from './retention.rules.js';

/** A term as somebody set it. */
export interface RetentionTermRow {
  kind: KeptNames;
  number: number;
  years: number;
  why: string;
  setBy: string;
  setAt: Date;
}

/** SQL of the terms; they are added, and stay. */
@Injectable()
export class RetentionTermRepository {
  /** All of them, the oldest first. */
  all(tx: Tx): Promise<RetentionTermRow[]> {
    return rows(tx, 'select kind, number, fiscal_years as years, why, set_by as "setBy", set_at as "setAt" from associations.retention_term order by kind, number', []);
  }

  async insert(tx: Tx, id: string, { kind, number, years, why, setBy, setAt }: RetentionTermRow): Promise<void> {
    await rows(tx, 'insert into associations.retention_term (id, kind, number, fiscal_years, why, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)', [id, kind, number, years, why, setBy, setAt]);
  }
}
