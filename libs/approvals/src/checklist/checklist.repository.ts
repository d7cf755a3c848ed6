import { Injectable } from '@nestjs/common';
import { named, newId, rows, type DateOnly, type Tx } from '@yoriai/platform';
import { REMINDED_BEFORE, type ChecklistKind, type ChecklistState, type ChecklistWordKind } from './checklist.rules.js';

/** What a procedure belongs to. */
export interface ChecklistSubject {
  subjectKind: string;
  subjectId: string;
}

/** What was written down of a procedure of a subject. */
export interface ChecklistItemRow {
  id: string;
  code: string;
  state: ChecklistState;
}

/** One thing that was said about a procedure. */
export interface ChecklistStep {
  itemId: string;
  kind: ChecklistWordKind;
  words: string | null;
  by: string;
  at: Date;
}

/** A procedure of the catalogue with what was written down and said of a subject; `state` is null where nothing was. */
export type KindOfSubject = ChecklistKind & { state: ChecklistState | null; steps: Omit<ChecklistStep, 'itemId'>[] };

/** A procedure of the catalogue with what is written down of it, by subject. */
export interface KindOfSubjects extends Pick<ChecklistKind, 'code' | 'title' | 'flags' | 'gate' | 'ended'> {
  states: Readonly<Record<string, ChecklistState>>;
  /** Until when it has to be done, where it is open and its host is reminded of it. */
  dues: Readonly<Record<string, DateOnly>>;
}

/** Which procedures are to be settled anew, and why. */
export interface Reopening {
  words: string | null;
  /** Those that one of these answers asks for; left out: all but what is asked of every subject. */
  flags?: readonly string[];
  /** Not those about which something was said since: that was said of what is now. */
  settledBefore?: Date;
}

/** What the ward can correct of a procedure. */
export type KindPatch = Partial<Pick<ChecklistKind, 'authority' | 'leadDays' | 'how' | 'toConfirm' | 'phone' | 'formUrl'>>;

const KIND = `code, flags, title, authority, lead_days as "leadDays", how, gate, judged_by as "judgedBy", to_confirm as "toConfirm", phone, form_url as "formUrl", ended_at is not null as ended`;
/** It became a condition of the approval, which asks for it from then on. */
const AS_CONDITION = `exists (select from approvals.condition join approvals.approval_case on approval_case.id = condition.case_id
  where condition.item_code = item.code and condition.state <> 'lapsed' and approval_case.subject_kind = item.subject_kind and approval_case.subject_id = item.subject_id)`;

/** The condition that it became was met. */
const BY_CONDITION = AS_CONDITION.replace(`condition.state <> 'lapsed'`, `condition.state = 'met'`);

/** Its host is reminded of a procedure that is written down later as of those that were before: not where nothing was handed in, no decision was needed, or it was taken back. */
const QUIET = `not exists (select from approvals.checklist_item other where other.subject_kind = $1 and other.subject_id = given.subject_id and not other.quiet)`;

/** SQL of the procedures. */
@Injectable()
export class ChecklistRepository {
  /** The catalogue, in its order. */
  kinds(tx: Tx): Promise<ChecklistKind[]> {
    return named(tx, 'approvals.checklist-kinds', `select ${KIND} from approvals.checklist_kind order by sort`, []);
  }

  /** Adds a procedure at the end of the catalogue; that it is another one is for the table to say. */
  async addKind(tx: Tx, { code, flags, title, authority, leadDays, how, gate, judgedBy, toConfirm, phone, formUrl }: Omit<ChecklistKind, 'ended'>): Promise<void> {
    await rows(
      tx,
      `insert into approvals.checklist_kind (code, sort, flags, title, authority, lead_days, how, gate, judged_by, to_confirm, phone, form_url)
       select $1, coalesce(max(sort), 0) + 1, $2::text[], $3, $4, $5, $6, $7, $8, $9, $10, $11 from approvals.checklist_kind`,
      [code, flags, title, authority, leadDays, how, gate, judgedBy, toConfirm, phone, formUrl],
    );
  }

  /** Corrects a procedure of the catalogue; what is left out stays, a null takes telephone or form away. False where there is none of that code. */
  async correct(tx: Tx, code: string, { authority, leadDays, how, toConfirm, phone, formUrl }: KindPatch): Promise<boolean> {
    const [changed] = await rows(
      tx,
      `with changed as (update approvals.checklist_kind set authority = coalesce($2, authority), lead_days = coalesce($3, lead_days),
         how = coalesce($4, how), to_confirm = coalesce($5, to_confirm),
         phone = case when $6 then $7 else phone end, form_url = case when $8 then $9 else form_url end where code = $1 returning code) select code from changed`,
      [code, authority ?? null, leadDays ?? null, how ?? null, toConfirm ?? null, phone !== undefined, phone ?? null, formUrl !== undefined, formUrl ?? null],
    );
    return changed !== undefined;
  }

  /** Ends a procedure of the catalogue, or asks for it again (`at` null); undefined where there is none of that code, else its name and whether that changed anything. */
  async end(tx: Tx, code: string, at: Date | null): Promise<{ title: string; changed: boolean } | undefined> {
    const [found] = await rows<{ title: string; ended: boolean }>(tx, 'select title, ended_at is not null as ended from approvals.checklist_kind where code = $1 for update', [code]);
    if (!found) return undefined;
    const changed = found.ended !== (at !== null);
    if (changed) await rows(tx, 'update approvals.checklist_kind set ended_at = $2 where code = $1', [code, at]);
    return { title: found.title, changed };
  }

  /** Writes down what is asked for and when it is due, and what is asked for no more; what was said stays. */
  async align(tx: Tx, { subjectKind, subjectId }: ChecklistSubject, wanted: readonly { code: string; dueOn: DateOnly | null }[], how: { begins: DateOnly | null; quiet: boolean }): Promise<void> {
    const values = JSON.stringify(wanted.map(({ code, dueOn }) => ({ id: newId(), code, due_on: dueOn })));
    await rows(
      tx,
      `with given as (select * from jsonb_to_recordset($3::jsonb) given(id uuid, code text, due_on date)),
         asked as (insert into approvals.checklist_item (id, subject_kind, subject_id, code, state, wanted, quiet, begins_on, due_on)
           select given.id, $1, $2, given.code, 'open', true, $4, $5, given.due_on from given order by given.code
           on conflict (subject_kind, subject_id, code) do update set wanted = true, quiet = $4, begins_on = $5, due_on = excluded.due_on)
       update approvals.checklist_item item set wanted = false
       where item.subject_kind = $1 and item.subject_id = $2 and item.wanted and not exists (select from given where given.code = item.code)`,
      [subjectKind, subjectId, values, how.quiet, how.begins],
    );
  }

  /** The catalogue, in its order, with what was written down and said of this subject, oldest first; `state` is null where nothing was. */
  async kindsOf(tx: Tx, { subjectKind, subjectId }: ChecklistSubject): Promise<KindOfSubject[]> {
    const found = await named<Omit<KindOfSubject, 'steps'> & { steps: (Omit<ChecklistStep, 'itemId' | 'at'> & { at: string })[] }>(
      tx,
      'approvals.checklist-of',
      `select kind.code, ${KIND.replace('code, ', '')}, item.state,
         (select coalesce(jsonb_agg(jsonb_build_object('kind', step.kind, 'words', step.words, 'by', step.by_person_id, 'at', step.at) order by step.at, step.id), '[]')
          from approvals.checklist_step step where step.item_id = item.id) as steps
       from approvals.checklist_kind kind
       left join approvals.checklist_item item on item.code = kind.code and item.subject_kind = $1 and item.subject_id = $2 order by sort`,
      [subjectKind, subjectId],
    );
    return found.map(({ steps, ...kind }) => ({ ...kind, steps: steps.map((step) => ({ ...step, at: new Date(step.at) })) }));
  }

  /** A procedure of this subject, locked: one step at a time. It is written down with the first one. */
  async lock(tx: Tx, { subjectKind, subjectId }: ChecklistSubject, code: string, how: { begins: DateOnly | null; dueOn: DateOnly | null }): Promise<ChecklistItemRow> {
    await rows(
      tx,
      `insert into approvals.checklist_item (id, subject_kind, subject_id, code, state, wanted, quiet, begins_on, due_on)
       select $2, $1, given.subject_id, $4, 'open', true, ${QUIET}, $5, $6 from (select $3::uuid as subject_id) given on conflict (subject_kind, subject_id, code) do nothing`,
      [subjectKind, newId(), subjectId, code, how.begins, how.dueOn],
    );
    const [found] = await rows<ChecklistItemRow>(tx, 'select id, code, state from approvals.checklist_item where subject_kind = $1 and subject_id = $2 and code = $3 for update', [subjectKind, subjectId, code]);
    return found!;
  }

  /** Writes down a procedure of these subjects, but of those of which nothing is. What was asked for no more is asked for again, with the days that count now; whether its host is reminded stays. */
  async writeDown(tx: Tx, subjectKind: string, code: string, subjects: readonly { subjectId: string; begins: DateOnly | null; dueOn: DateOnly | null }[]): Promise<void> {
    const values = JSON.stringify(subjects.map(({ subjectId, begins, dueOn }) => ({ id: newId(), subject_id: subjectId, begins_on: begins, due_on: dueOn })));
    await rows(
      tx,
      `insert into approvals.checklist_item (id, subject_kind, subject_id, code, state, wanted, quiet, begins_on, due_on)
       select given.id, $1, given.subject_id, $2, 'open', true, ${QUIET}, given.begins_on, given.due_on
       from jsonb_to_recordset($3::jsonb) given(id uuid, subject_id uuid, begins_on date, due_on date)
       where exists (select from approvals.checklist_item other where other.subject_kind = $1 and other.subject_id = given.subject_id)
       order by given.subject_id
       on conflict (subject_kind, subject_id, code) do update set wanted = true, begins_on = excluded.begins_on, due_on = excluded.due_on where not checklist_item.wanted`,
      [subjectKind, code, values],
    );
  }

  /** What was said about these procedures, oldest first. */
  stepsOf(tx: Tx, itemIds: readonly string[]): Promise<ChecklistStep[]> {
    return rows(tx, `select item_id as "itemId", kind, words, by_person_id as by, at from approvals.checklist_step where item_id = any($1::uuid[]) order by at, id`, [itemIds]);
  }

  async addStep(tx: Tx, { itemId, kind, words, by, at }: ChecklistStep, parties: readonly string[], state: ChecklistState): Promise<void> {
    await rows(tx, 'insert into approvals.checklist_step (id, item_id, kind, words, by_person_id, parties, at) values ($1, $2, $3, $4, $5, $6, $7)', [newId(), itemId, kind, words, by, parties, at]);
    await rows(tx, 'update approvals.checklist_item set state = $2 where id = $1', [itemId, state]);
  }

  /** What was settled with others, or said to be, is to be done anew; what became a condition is asked for by that. */
  async reopen(tx: Tx, { subjectKind, subjectId }: ChecklistSubject, { words, flags, settledBefore, by, at }: Pick<ChecklistStep, 'by' | 'at'> & Reopening): Promise<void> {
    const found = await rows<{ id: string }>(
      tx,
      `update approvals.checklist_item item set state = 'open' from approvals.checklist_kind kind
       where kind.code = item.code and kind.flags <> '{}' and kind.ended_at is null and item.subject_kind = $1 and item.subject_id = $2 and item.wanted and item.state in ('reported', 'confirmed') and not ${AS_CONDITION}
         and ($3::text[] is null or kind.flags && $3)
         and ($4::timestamptz is null or not exists (select from approvals.checklist_step step where step.item_id = item.id and step.at >= $4))
       returning item.id`,
      [subjectKind, subjectId, flags ?? null, settledBefore ?? null],
    );
    for (const { id } of found) await rows(tx, `insert into approvals.checklist_step (id, item_id, kind, words, by_person_id, parties, at) values ($1, $2, 'reopened', $3, $4, '{}', $5)`, [newId(), id, words, by, at]);
  }

  /** The catalogue with what was written down of these subjects. One query, whatever their number. */
  standingOf(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<KindOfSubjects[]> {
    return named(
      tx,
      'approvals.checklist-standing',
      `select kind.code, kind.title, kind.flags, kind.gate, kind.ended_at is not null as ended,
         coalesce(jsonb_object_agg(item.subject_id, item.state) filter (where item.id is not null), '{}') as states,
         coalesce(jsonb_object_agg(item.subject_id, item.due_on) filter (where item.state = 'open' and item.wanted and not item.quiet and item.due_on is not null and kind.flags <> '{}' and kind.ended_at is null and not ${AS_CONDITION}), '{}') as dues
       from approvals.checklist_kind kind
       left join approvals.checklist_item item on item.code = kind.code and item.subject_kind = $1 and item.subject_id = any($2::uuid[])
       group by kind.code`,
      [subjectKind, subjectIds],
    );
  }

  /** Of these subjects, which are off: how many procedures were settled with others, or handed in as far as anybody said, who are still to be told. One query, whatever their number. */
  async toWithdraw(tx: Tx, subjectKind: string, subjectIds: readonly string[]): Promise<Map<string, number>> {
    const found = await named<{ id: string; count: number }>(
      tx,
      'approvals.checklist-to-withdraw',
      `select item.subject_id as id, count(*)::int as count from approvals.checklist_item item join approvals.checklist_kind kind on kind.code = item.code
       where item.subject_kind = $1 and item.subject_id = any($2::uuid[]) and kind.flags <> '{}'
         and (item.state in ('reported', 'confirmed') or item.state = 'open' and (${BY_CONDITION} or exists (
           select from approvals.checklist_step step where step.item_id = item.id and step.kind in ('reported', 'confirmed', 'reopened')))) group by item.subject_id`,
      [subjectKind, subjectIds],
    );
    return new Map(found.map(({ id, count }) => [id, count]));
  }

  /** Open procedures of a kind whose day hangs on its lead time. */
  openOf(tx: Tx, code: string): Promise<{ id: string; begins: DateOnly }[]> {
    return rows(tx, `select id, begins_on::text as begins from approvals.checklist_item where code = $1 and state = 'open' and wanted and begins_on is not null`, [code]);
  }

  async moveDue(tx: Tx, id: string, dueOn: DateOnly | null): Promise<void> {
    await rows(tx, 'update approvals.checklist_item set due_on = $2 where id = $1', [id, dueOn]);
  }

  /** Nothing is asked for any more, and nobody is reminded. */
  async lapse(tx: Tx, { subjectKind, subjectId }: ChecklistSubject): Promise<void> {
    await rows(tx, 'update approvals.checklist_item set quiet = true where subject_kind = $1 and subject_id = $2', [subjectKind, subjectId]);
  }

  /**
   * Marks as reminded, for as many subjects, what is open and has come to one of the days on which its host is written to,
   * and answers it by subject; earlier days that passed unheard are marked along. What another worker marks is passed over.
   */
  claimToRemind(tx: Tx, today: DateOnly, now: Date, limit: number): Promise<(ChecklistSubject & { codes: string[] })[]> {
    return named(
      tx,
      'approvals.checklist-claim',
      `with due as (
         select item.id, item.subject_kind, item.subject_id, item.code, item.due_on, (select min(day) from unnest($4::int[]) day where item.due_on - day <= $1::date) as days
         from approvals.checklist_item item join approvals.checklist_kind kind on kind.code = item.code
         where item.state = 'open' and item.wanted and not item.quiet and kind.flags <> '{}' and kind.ended_at is null and item.due_on between $1::date and $1::date + $5::int and not ${AS_CONDITION}
           and not exists (select from approvals.checklist_reminder told where told.item_id = item.id and told.due_on = item.due_on
             and told.days <= (select min(day) from unnest($4::int[]) day where item.due_on - day <= $1::date))
         order by item.due_on, item.id limit $3 for update of item skip locked),
       told as (insert into approvals.checklist_reminder (item_id, due_on, days, at) select id, due_on, days, $2 from due on conflict do nothing returning item_id)
       select due.subject_kind as "subjectKind", due.subject_id as "subjectId", array_agg(due.code order by due.due_on, due.code) as codes
       from due join told on told.item_id = due.id group by due.subject_kind, due.subject_id`,
      [today, now, limit, [...REMINDED_BEFORE], Math.max(...REMINDED_BEFORE)],
    );
  }
}
