import { Injectable } from '@nestjs/common';
import { KEPT_NAMES, RetentionTerms, TERM_BOUNDS, comingApril, nightOf, type Actor, type KeptNames, type NamesNight, type TermsAt, type ToldTerm } from '@yoriai/associations';
import { ApplicantNames } from '@yoriai/events';
import { Clock, Db, jstDate, refuse, type Tx } from '@yoriai/platform';
import { DutyNames } from '@yoriai/rosters';
import type { RetentionAnswer, RetentionLine, RetentionPreview, RetentionTermBody } from './retention.dto.js';

/** How long names are kept, with how many that is. Here, because only here all who keep names meet; whose they are is told to nobody. */
@Injectable()
export class RetentionDesk {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly terms: RetentionTerms,
    private readonly applicants: ApplicantNames,
    private readonly duties: DutyNames,
  ) {}

  /** Both terms, what was set and what is to come. For the ward office, as the door asks. */
  told(): Promise<RetentionAnswer> {
    return this.db.read((tx) => this.answer(tx));
  }

  /** What other years would come to. Refuses `retention.bounds` (422). */
  preview(kind: KeptNames, years: number): Promise<RetentionPreview> {
    return this.db.read(async (tx) => {
      const now = this.clock.now();
      const from = (await this.terms.wouldCount(tx, kind, years)) ?? now;
      const night = comingApril(from > now ? from : now);
      const as = await this.terms.termsAt(tx);
      const changed: TermsAt = (at) => ({ ...as(at), [kind]: years });
      return { from: jstDate(from), night, names: await this.count(tx, kind, nightOf(night, changed)), otherwise: await this.count(tx, kind, nightOf(night, as)) };
    });
  }

  /** Sets other years. Refuses `retention.unknown` (404), and as {@link RetentionTerms.set}. */
  set(actor: Actor, kind: string, body: RetentionTermBody): Promise<RetentionAnswer> {
    return this.db.transaction(async (tx) => {
      const of = KEPT_NAMES.find((each) => each === kind) ?? refuse('retention.unknown', { status: 404 });
      await this.terms.set(tx, actor, of, body);
      return this.answer(tx);
    });
  }

  private async answer(tx: Tx): Promise<RetentionAnswer> {
    const april = comingApril(this.clock.now());
    const night = nightOf(april, await this.terms.termsAt(tx));
    const items: RetentionLine[] = [];
    for (const term of await this.terms.told(tx)) items.push(lineOf(term, await this.count(tx, term.kind, night)));
    return { april, items };
  }

  /** Applications or duties that have a name today and would have none after that night. */
  private async count(tx: Tx, kind: KeptNames, { before }: NamesNight): Promise<number> {
    const numbers = kind === 'applications' ? (await this.applicants.due(tx, before.applications)).map(({ applications }) => applications) : (await this.duties.due(tx, before.duties)).map(({ duties }) => duties);
    return numbers.reduce((sum, each) => sum + each, 0);
  }
}

function lineOf({ kind, years, coming, version, history }: ToldTerm, names: number): RetentionLine {
  return {
    ...{ kind, years, names, version, ...TERM_BOUNDS[kind] },
    coming: coming && { years: coming.years, from: jstDate(coming.from) },
    history: history.map(({ at, ...rest }) => ({ ...rest, at: at.toISOString() })),
  };
}
