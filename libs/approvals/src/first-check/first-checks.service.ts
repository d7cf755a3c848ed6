import { Injectable } from '@nestjs/common';
import { AccessLog } from '@yoriai/identity';
import { Clock, constraintRefusals, jstDate, refuse, type DateOnly, type RefusalStatus, type Tx } from '@yoriai/platform';
import type { DecidedRevision } from '../approval-case/approval-case.rules.js';
import { FirstCheckRepository, type FirstCheck } from './first-check.repository.js';
import { answerVerdict, isLookedAt, lastConfirmer, lookUntil, ruleFor, type FirstCheckOutcome, type HandedIn } from './first-check.rules.js';

constraintRefusals({ first_check_by_no_writer: { code: 'first-check.own-plan', status: 403 } });

const STATUS_OF: Readonly<Record<string, RefusalStatus>> = { 'first-check.own-plan': 403 };

/** What a council may be asked to look at. */
export interface ToCheck extends HandedIn {
  /** The day it begins: the look is over before. */
  begins: DateOnly | null;
  /** Who wrote it. */
  writers: readonly string[];
}

/** The looks of councils at a case. */
export interface Looks {
  /** At the newest revision; null where none was asked. */
  check: FirstCheck | null;
  /** Who confirmed for a council, this revision or one that the ward sent back since: they do not decide. Null: nobody did. */
  confirmedBy: string | null;
}

/** The look of an area's council (地域活動協議会) at what its bodies hand in, before the ward decides (docs/adr/0045). The case is locked by whoever calls. */
@Injectable()
export class FirstChecks {
  constructor(
    private readonly clock: Clock,
    private readonly checks: FirstCheckRepository,
    private readonly log: AccessLog,
  ) {}

  /** The council that looks at a further revision of this case, and until when (null: it has no days for it, so the ward goes on without); null where none does. */
  async councilFor(tx: Tx, caseId: string | null, asked: ToCheck, decisions: readonly DecidedRevision[]): Promise<{ councilId: string; dueOn: DateOnly | null } | null> {
    const rule = asked.areaId === null ? null : ruleFor(await this.checks.rules(tx, asked.areaId), asked);
    if (!rule) return null;
    const [last] = caseId === null ? [] : await this.checks.ofCases(tx, [caseId]);
    if (isLookedAt(last ?? null, decisions)) return null;
    return { councilId: rule.councilId, dueOn: lookUntil(jstDate(this.clock.now()), asked.begins, rule.businessDays) };
  }

  /** Asks for the look at a revision that was written down; without a last day it is written down, and logged, that nobody was asked. */
  async ask(tx: Tx, check: { caseId: string; revision: number; councilId: string; dueOn: DateOnly | null; writers: readonly string[] }): Promise<void> {
    const { caseId, dueOn } = check;
    const askedAt = this.clock.now();
    await this.checks.ask(tx, { ...check, dueOn: dueOn ?? jstDate(askedAt), writers: [...new Set(check.writers)], askedAt });
    if (dueOn !== null) return;
    await this.settle(tx, caseId, 'skipped');
    await this.log.add(tx, { actorPersonId: null, action: 'first-check.skipped', subject: `case:${caseId}`, reason: `revision ${check.revision}` });
  }

  /** The look at the newest revision of each case, where one was asked, and who confirmed what is to be decided now. One statement. */
  async ofCases(tx: Tx, cases: readonly { id: string; revision: number; approvedRevision: number | null }[]): Promise<Map<string, Looks>> {
    if (cases.length === 0) return new Map();
    const found = await this.checks.ofCases(tx, cases.map(({ id }) => id));
    return new Map(
      cases.map(({ id, revision, approvedRevision }) => {
        const looks = found.filter(({ caseId }) => caseId === id);
        return [id, { check: looks.find((look) => look.revision === revision) ?? null, confirmedBy: lastConfirmer(looks, approvedRevision) }];
      }),
    );
  }

  /** The council's answer. Refuses `first-check.not-open` (409), also for the slower of two officers, `first-check.own-plan` (403). */
  async answer(tx: Tx, check: FirstCheck | null, outcome: 'confirmed' | 'returned', by: string, words: string | null): Promise<void> {
    const verdict = answerVerdict(check, by);
    if (verdict !== true) return refuse(verdict, { status: STATUS_OF[verdict] ?? 409 });
    await this.settle(tx, check!.caseId, outcome, by, words);
  }

  /** It ends without the council's answer: the ward pulls it forward, nobody answered in time, or nobody needs it any more. Answers whether it was open. */
  settle(tx: Tx, caseId: string, outcome: FirstCheckOutcome, by: string | null = null, words: string | null = null): Promise<boolean> {
    return this.checks.settle(tx, caseId, { outcome, words: words?.trim() || null, by, at: this.clock.now() });
  }

  /** What waits for a council whose last day is over, at most so many. */
  late(tx: Tx, now: Date, most: number): Promise<{ subjectKind: string; subjectId: string }[]> {
    return this.checks.late(tx, jstDate(now), most);
  }
}
