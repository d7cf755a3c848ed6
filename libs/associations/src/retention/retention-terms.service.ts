import { Injectable } from '@nestjs/common';
import { AccessLog, People } from '@yoriai/identity';
import { Clock, constraintRefusals, newId, refuse, type Tx } from '@yoriai/platform';
import type { Actor } from '../actor/actor.js';
import { RetentionTermRepository, type RetentionTermRow } from './retention-term.repository.js';
import { TERM_BOUNDS, countsFrom, standingAt, termsAt, type TermStanding, type TermsAt } from './retention-term.rules.js';
import { KEPT_NAMES, type KeptNames } from './retention.rules.js';

constraintRefusals({
  retention_term_number: 'retention.changed-meanwhile',
  retention_term_bounds: { code: 'retention.bounds', status: 422 },
  retention_term_why: { code: 'platform.invalid', status: 422 },
});

/** How one kind of names stands, with all that was set. */
export interface ToldTerm extends TermStanding {
  kind: KeptNames;
  /** Of the newest setting; 0: there is none. Whoever sets another one says which they read. */
  version: number;
  /** The newest first. */
  history: readonly { years: number; why: string; by: string; at: Date }[];
}

/** What is set. */
export interface TermWish {
  years: number;
  why: string;
  version: number;
}

/** For how many fiscal years names are kept (docs/adr/0073): the privacy officer sets it, with a reason; everybody may know it. */
@Injectable()
export class RetentionTerms {
  constructor(
    private readonly clock: Clock,
    private readonly log: AccessLog,
    private readonly people: People,
    private readonly terms: RetentionTermRepository,
  ) {}

  /** The years in force at any instant, by what was set until now. One statement. */
  async termsAt(tx: Tx): Promise<TermsAt> {
    return termsAt(byKind(await this.terms.all(tx)));
  }

  /** The years in force now. */
  async now(tx: Tx): Promise<Readonly<Record<KeptNames, number>>> {
    return (await this.termsAt(tx))(this.clock.now());
  }

  /** How both stand, and all that was set. Whom it is told to is for the caller to say: it holds names of the officers who set it. */
  async told(tx: Tx): Promise<ToldTerm[]> {
    const all = await this.terms.all(tx);
    const names = await this.people.summaries(tx, [...new Set(all.map(({ setBy }) => setBy))]);
    const sorted = byKind(all);
    const now = this.clock.now();
    return KEPT_NAMES.map((kind) => {
      const history = sorted[kind].map(({ years, why, setBy, setAt }) => ({ years, why, by: names.get(setBy)?.name ?? '', at: setAt })).reverse();
      return { kind, ...standingAt(kind, sorted[kind], now), version: sorted[kind].at(-1)?.number ?? 0, history };
    });
  }

  /** From when these years would count if they were set now; null: they count already. Refuses `retention.bounds` (422). */
  async wouldCount(tx: Tx, kind: KeptNames, years: number): Promise<Date | null> {
    within(kind, years);
    const now = this.clock.now();
    const { years: present } = standingAt(kind, byKind(await this.terms.all(tx))[kind], now);
    return years === present ? null : countsFrom({ years, setAt: now }, present);
  }

  /** Sets other years. Refuses `retention.privacy-officer-only` (403), `retention.bounds` (422), `retention.same` (409) where they count already and no others are to come, `retention.changed-meanwhile` (409). */
  async set(tx: Tx, actor: Actor, kind: KeptNames, { years, why, version }: TermWish): Promise<void> {
    if (!actor.isPrivacyOfficer()) return refuse('retention.privacy-officer-only', { status: 403 });
    within(kind, years);
    const set = byKind(await this.terms.all(tx))[kind];
    const now = this.clock.now();
    if ((set.at(-1)?.number ?? 0) !== version) return refuse('retention.changed-meanwhile');
    const { years: present, coming } = standingAt(kind, set, now);
    if ((coming?.years ?? present) === years) return refuse('retention.same');
    await this.terms.insert(tx, newId(), { kind, number: version + 1, years, why, setBy: actor.personId, setAt: now });
    await this.log.add(tx, { actorPersonId: actor.personId, action: 'retention.set', subject: `retention:${kind}`, reason: `${coming?.years ?? present} → ${years}: ${why}` });
  }
}

const byKind = (all: readonly RetentionTermRow[]): Record<KeptNames, RetentionTermRow[]> =>
  Object.fromEntries(KEPT_NAMES.map((kind) => [kind, all.filter((each) => each.kind === kind)])) as Record<KeptNames, RetentionTermRow[]>;

function within(kind: KeptNames, years: number): void {
  const { least, most } = TERM_BOUNDS[kind];
  if (years < least || years > most) refuse('retention.bounds', { status: 422, params: { least, most }, fields: [{ field: 'years', code: 'retention.bounds', params: { least, most } }] });
}
