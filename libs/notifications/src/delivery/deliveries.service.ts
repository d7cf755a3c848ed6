import { Injectable } from '@nestjs/common';
import { Clock, newId, type Tx } from '@yoriai/platform';
import { DeliveryRepository, type NewDelivery } from './delivery.repository.js';
import { MANNER, SLICE_LIMIT, afterQuiet, isPlainAddress, quietAt, type Purpose } from './delivery.rules.js';

/** One letter to one person that somebody wants to send. */
export interface Draft {
  /** Two drafts with the same key are one letter. For a scheduled letter, (person, event, kind, time) is one letter as well. */
  dedupeKey: string;
  /** Null only where no person is known yet (somebody signs in for the first time). */
  personId: string | null;
  eventId: string | null;
  /** Which letter it is, e.g. `reminder-d1`. */
  kind: string;
  purpose: Purpose;
  /** A plain mail address, or null: then the person goes on the call sheet. */
  address: string | null;
  template: string;
  /** Ids for the letter writer. No names and no contact data: those are read at the moment of sending. */
  params: Record<string, unknown>;
  /** The time this letter was planned for; left out for a letter that answers something just done. */
  scheduledFor?: Date | undefined;
  /** For what nobody pressed for: like a reminder it waits for 07:00, if that is before this instant. */
  morningBefore?: Date | undefined;
  /** After this the letter would be of no use; it counts as bounced then. */
  validUntil?: Date | undefined;
}

/** Drafts per statement: one JSON parameter of about a megabyte. */
const BATCH = 1_000;

/** The ledger of what is sent to whom: written before anything is sent, one row per person and letter. */
@Injectable()
export class Deliveries {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * Enters drafts and answers how many are new; a repeated draft changes nothing. Who has no usable
   * address stands on the call sheet at once, who opted out of the purpose is recorded as such.
   * One statement per thousand drafts.
   */
  async add(tx: Tx, drafts: readonly Draft[]): Promise<number> {
    let added = 0;
    for (let start = 0; start < drafts.length; start += BATCH) {
      const now = this.clock.now();
      const batch = drafts.slice(start, start + BATCH).map((draft) => toRow(draft, now));
      added += (await this.deliveries.insert(tx, batch, now)).length;
    }
    return added;
  }

  /** Withdraws what has not gone out for this event. Letters being sent at this moment are judged once more by the letter writer. Answers how many. */
  async withdraw(tx: Tx, eventId: string, purposes: readonly Purpose[]): Promise<number> {
    return this.deliveries.withdraw(tx, { eventId, purposes });
  }

  /** Another letter of this kind says more now: what reached nobody and nobody telephoned about is not to be said any more. */
  async supersede(tx: Tx, eventId: string, kind: string): Promise<void> {
    await this.deliveries.supersede(tx, eventId, kind);
  }

  /** The event is off or on another day: what letters for these purposes said of the old one is not to be said on the telephone any more, where nobody has. */
  async unsay(tx: Tx, eventId: string, purposes: readonly Purpose[]): Promise<void> {
    await this.deliveries.unsay(tx, eventId, purposes);
  }

  /** Letters of these kinds about one application go to this address now: what has not reached another is not to be said there any more. */
  async supersedeElsewhere(tx: Tx, about: { eventId: string; kinds: readonly string[]; applicationId: string; address: string | null }): Promise<void> {
    await this.deliveries.supersedeElsewhere(tx, about);
  }

  /** Somebody is written to elsewhere about their applications for an event: what still waits goes there, but for letters of the kinds in `besides`. What is being sent at this moment is not called back. */
  async readdress(tx: Tx, about: { eventId: string; personId: string; from: string; to: string; besides: readonly string[] }): Promise<void> {
    await this.deliveries.readdress(tx, about);
  }

  /** Where letters of these kinds went is not known any more: that they were sent stays, whatever waits is withdrawn. */
  async forgetAddresses(tx: Tx, eventId: string, kinds: readonly string[]): Promise<void> {
    await this.deliveries.forgetAddresses(tx, eventId, kinds);
  }

  /** The same of letters to whoever asked to begin something or to join; those to who answers stay. */
  async forgetAskers(tx: Tx, about: 'startId' | 'membershipId', ids: readonly string[]): Promise<void> {
    await this.deliveries.forgetAskers(tx, about, ids);
  }

  /** Where some of an event's letters went is not known any more, whoever they went to; answers how many, to be asked until it is fewer than `limit`. Whatever waits is withdrawn. */
  forgetOfEvent(tx: Tx, eventId: string, limit: number): Promise<number> {
    return this.deliveries.forgetOfEvent(tx, eventId, limit);
  }

  /** Somebody else stands for these people in the letters about an event. */
  async standIn(tx: Tx, eventId: string, standIns: ReadonlyMap<string, string>): Promise<void> {
    if (standIns.size > 0) await this.deliveries.standIn(tx, eventId, standIns);
  }

  /** How many letters about these events still have an address. */
  addressedOf(tx: Tx, eventIds: readonly string[]): Promise<number> {
    return this.deliveries.addressedOf(tx, eventIds);
  }

  /** How many bulk slices wait now (at most `limit`), and whether somebody waits in front of a screen. For the tick that queues jobs. */
  async waitingSlices(tx: Tx, limit = 20): Promise<{ urgent: boolean; slices: number }> {
    const now = this.clock.now();
    const waiting = await this.deliveries.waiting(tx, now, quietAt(now), limit * SLICE_LIMIT);
    return { urgent: waiting.urgent > 0, slices: Math.ceil((waiting.all - waiting.urgent) / SLICE_LIMIT) };
  }
}

function toRow(draft: Draft, now: Date): NewDelivery {
  const usable = draft.address !== null && isPlainAddress(draft.address);
  const { priority, anyHour } = MANNER[draft.purpose];
  return {
    id: newId(),
    dedupe_key: draft.dedupeKey,
    person_id: draft.personId,
    event_id: draft.eventId,
    kind: draft.kind,
    scheduled_for: draft.scheduledFor?.toISOString() ?? null,
    valid_until: draft.validUntil?.toISOString() ?? null,
    purpose: draft.purpose,
    address: usable ? draft.address : null,
    last_error: draft.address === null || usable ? null : 'The address is not one plain address.',
    template: draft.template,
    params: draft.params,
    priority,
    any_hour: anyHour && (draft.morningBefore === undefined || afterQuiet(now) >= draft.morningBefore),
  };
}
