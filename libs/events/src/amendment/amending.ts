import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { AccessLog } from '@yoriai/identity';
import { Clock, Outbox, Refusal, jstDate, refuse, type Tx } from '@yoriai/platform';
import { asksOf } from '../asks/asks.rules.js';
import type { BookingRow } from '../application/application.repository.js';
import { contactVerdict, holdsPlaces, placeFor, type Counters, type Verdict } from '../application/application.rules.js';
import type { ComersRefusal } from '../application/comers.rules.js';
import { resize } from '../application/frame-counters.js';
import { Offers } from '../application/offers.service.js';
import { Naming, type NameSaid } from './naming.js';
import { AmendmentRepository, amendmentOf, type Amendable, type FrameToAmend } from './amendment.repository.js';
import { MOST_AMENDMENTS_A_DAY, amendVerdict, comersAgain, groupFactsOf, groupOf, groupVerdict, moreVerdict, type AmendedBy, type CompanionSaid, type Group, type GroupFacts } from './amendment.rules.js';

/** What is said, contacts normalised. What is left out stays. */
export interface AmendSaid extends NameSaid {
  heads?: number | undefined;
  companions?: readonly CompanionSaid[] | undefined;
  adults?: boolean | undefined;
  phone?: string | undefined;
  email?: string | undefined;
}

const DAY = 24 * 60 * 60 * 1000;

/** Changes one application while its frame is locked. */
@Injectable()
export class Amending {
  constructor(
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly accessLog: AccessLog,
    private readonly amendments: AmendmentRepository,
    private readonly offers: Offers,
    private readonly naming: Naming,
  ) {}

  /** `actor`: the leader who says it for them; null: the ticket. Answers whether anything became another. */
  async amend(tx: Tx, row: BookingRow, counters: Counters, said: AmendSaid, actor: Actor | null): Promise<boolean> {
    const [now, by] = [this.clock.now(), actor === null ? ('ticket' as const) : ('host' as const)];
    const frame = await this.amendments.frameOf(tx, row);
    const facts = groupFactsOf(row, frame);
    insist(amendVerdict(facts, by, now));
    const before: Amendable = { heads: row.heads, companions: row.companions, phone: row.contact_phone, email: row.contact_email };
    const group = groupSaid(before, frame, said);
    if (isOther(before, group)) this.judge(row, { frame, facts, counters }, group, said, by);
    const after = { heads: group.heads, companions: group.companions, phone: said.phone ?? before.phone, email: said.email ?? before.email };
    // Who holds the ticket does not become another by it; a leader mends how somebody is written.
    const named = actor === null ? null : await this.naming.heard(tx, row, said);
    const amendment = amendmentOf(before, after, named, { applicationId: row.id, at: now, actorPersonId: actor?.personId ?? null });
    if (amendment === null) return false;

    if (by === 'ticket') await this.insistOnFew(tx, row, before, after);
    await this.place(tx, row, counters, after.heads - before.heads);
    await this.amendments.save(tx, row.id, after);
    if (named) await this.naming.write(tx, row, named);
    await this.amendments.add(tx, amendment, row.event_id);
    const about = { applicationId: row.id, eventId: row.event_id, personId: row.person_id, amendmentId: amendment.id };
    await this.outbox.add(tx, 'events.application-amended', about);
    await this.accessLog.add(tx, { actorPersonId: amendment.actorPersonId, action: 'applications.amended', subject: `event:${row.event_id}`, reason: `${row.number}: ${Object.keys(amendment.now ?? {}).join(', ')}`, rowCount: 1 });
    // What they gave back goes to those who wait; a smaller group that waits may fit now.
    if (after.heads < before.heads) await this.offers.fill(tx, row.frame_id);
    return true;
  }

  private judge(row: BookingRow, { frame, facts, counters }: { frame: FrameToAmend; facts: GroupFacts; counters: Counters }, group: Group, said: AmendSaid, by: AmendedBy): void {
    const now = this.clock.now();
    // A number belongs to a place in the group: how somebody is written may be mended there, who it is may not.
    const onlyWritten = group.heads === row.heads && group.added.length === 0;
    insist(groupVerdict({ ...facts, numbered: facts.numbered && !onlyWritten }, by, now), 'heads');
    if (group.heads > row.heads) insist(moreVerdict(facts, by), 'heads');
    const day = row.starts_at && jstDate(row.starts_at);
    const { consent, guardian } = row;
    const comers = comersAgain(group, { ...counters, perApplicationMax: frame.perApplicationMax, companions: frame.companions, asks: asksOf(row), day, before: row.heads, besides: frame.besides, consent, guardian, adults: said.adults ?? false });
    if (comers !== true) no(comers, 422);
  }

  /** Fewer at once; more while places are free and nobody waits for them, all or none. */
  private async place(tx: Tx, row: BookingRow, counters: Counters, more: number): Promise<void> {
    if (more === 0) return;
    if (row.status === 'applied') await resize(tx, row.frame_id, { places: 0, entered: more });
    if (!holdsPlaces(row.status)) return;
    // Beside a draw, or where the host gives the places, free ones are free as anywhere else.
    if (more > 0 && placeFor({ ...counters, undrawn: false }, more).confirmed < more) no({ code: 'application.no-more-places', field: 'heads' }, 409);
    await resize(tx, row.frame_id, { places: more, entered: 0 });
  }

  private async insistOnFew(tx: Tx, row: BookingRow, before: Amendable, after: Amendable): Promise<void> {
    const since = new Date(this.clock.now().getTime() - DAY);
    // By ticket an address becomes another only by the link that was sent there.
    if (after.email === before.email && (await this.amendments.timesSince(tx, row.id, since)) >= MOST_AMENDMENTS_A_DAY) refuse('application.amend-too-often', { status: 429, retryAfter: DAY / 1000 });
    const [phone, email] = [after.phone === before.phone ? null : after.phone, after.email === before.email ? null : after.email];
    if (phone === null && email === null) return;
    insist(contactVerdict(await this.amendments.heldBy(tx, { eventId: row.event_id, besides: row.part_of ?? row.id, phone, email, since })), phone === null ? 'email' : 'phone');
  }
}

/** The number and the names, where they are said; as they stand where only their number is asked and stays. */
function groupSaid(before: Amendable, { companions }: FrameToAmend, said: AmendSaid): Group {
  const stays = said.heads === undefined || (companions === 'number' && said.heads === before.heads);
  return stays ? { heads: before.heads, companions: before.companions, added: [] } : groupOf(before, companions, { heads: said.heads!, companions: said.companions });
}

const isOther = (before: Amendable, group: Group): boolean => before.heads !== group.heads || JSON.stringify(before.companions ?? []) !== JSON.stringify(group.companions ?? []);

function insist(verdict: Verdict, field?: string): void {
  if (verdict !== true) no({ code: verdict, ...(field !== undefined && { field }) }, 409);
}

function no({ code, field }: ComersRefusal, status: 409 | 422): never {
  throw new Refusal(code, { status: code === 'application.contact-too-often' ? 429 : status, ...(code === 'application.contact-too-often' && { retryAfter: DAY / 1000 }), ...(field !== undefined && { fields: [{ field, code }] }) });
}
