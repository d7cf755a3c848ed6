import { Injectable } from '@nestjs/common';
import type { Actor } from '@yoriai/associations';
import { People, normaliseEmail, searchKey, type Language, type Newcomer } from '@yoriai/identity';
import { Clock, Db, Gathering, Outbox, Refusal, newId, type Tx } from '@yoriai/platform';
import { answersOf } from '../asks/questions.rules.js';
import type { ApplicationAnswer, ApplyRequest } from './application.dto.js';
import type { Channel } from './application.entity.js';
import { mayEnterApplications } from '../event/event.policy.js';
import { ApplicationRepository, type FrameFactsRow } from './application.repository.js';
import { openVerdict } from './application.rules.js';
import { comersVerdict, type ComersRefusal } from './comers.rules.js';
import type { Codes, PlaceRequest, PlaceVerdict } from './reserve.js';
import { TicketCodes } from './ticket-codes.js';

/** What is asked besides what is typed. */
export interface Wish {
  eventId: string;
  /** The language of the page; letters about it go out in the one their reader was last seen with. */
  language?: Language;
}

/** Somebody at the desk, contacts normalised already. */
export interface Applicant {
  actor: Actor | null;
  request: ApplyRequest & Wish;
  channel: Channel;
  contactPhone: string | null;
  contactEmail: string | null;
}

/** What the desk says to one of them. `repeated`: the same person is in this frame already; nothing was written. */
export type DeskAnswer = { kind: 'placed'; answer: ApplicationAnswer } | { kind: 'repeated'; applicationId: string } | { kind: 'refused'; refusal: Refusal };

/** An applicant whose record and ticket are ready to be written. */
interface Ready {
  place: PlaceRequest;
  /** Null for somebody signed in, whose record is there. */
  newcomer: Newcomer | null;
  language: Language | undefined;
}

/** Applicants of one transaction, at most: as long as they hold the frame's lock, a leader's promotion waits. */
const MOST = 100;
/** Transactions of the desk at once: on different frames, since on one they would only wait for each other. */
const ABREAST = 3;

/** Takes those who apply in the same moment together: one transaction, one lock and one commit for all, a verdict for each. */
@Injectable()
export class SignUpDesk {
  private readonly gathering = new Gathering<Applicant, DeskAnswer>({
    keyOf: (applicant) => applicant.request.frameId,
    most: MOST,
    abreast: ABREAST,
    work: (applicants) => this.serveTogether(applicants),
  });

  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly people: People,
    private readonly applications: ApplicationRepository,
    private readonly codes: TicketCodes,
  ) {}

  /** Those who ask for the same frame are served in the order they came. What is wrong with one applicant is no other's trouble. */
  ask(applicant: Applicant): Promise<DeskAnswer> {
    return this.gathering.ask(applicant);
  }

  /**
   * Whoever waited for a frame while it came to share its places counted without the others (docs/adr/0055), and the row
   * says no to them all: they are served once more, as the places are now.
   */
  private async serveTogether(applicants: readonly Applicant[]): Promise<DeskAnswer[]> {
    const served = (): Promise<DeskAnswer[]> => this.db.transaction((tx) => this.serve(tx, applicants));
    try {
      return await served();
    } catch (error) {
      if (error instanceof Refusal && error.code === 'application.no-place') return served();
      throw error;
    }
  }

  private async serve(tx: Tx, applicants: readonly Applicant[]): Promise<DeskAnswer[]> {
    const now = this.clock.now();
    const facts = await this.applications.frameFacts(tx, applicants.map(({ request }) => request));
    const early = applicants.map((applicant, index) => judgeEarly(applicant, facts[index] ?? null, now));
    const ready = applicants.flatMap((applicant, index) => (early[index] ? [] : [this.makeReady(applicant)]));
    await this.hear(tx, ready);
    // A record is made for those who get in, not for those who are in already.
    const newcomers = new Map(ready.map((one) => [one.place.applicationId, one.newcomer]));
    const writeDown = (placed: readonly PlaceRequest[]) => this.people.addAll(tx, placed.flatMap((place) => newcomers.get(place.applicationId) ?? []));
    const verdicts = ready.length === 0 ? [] : await this.applications.sealed.reserve(tx, ready.map((one) => one.place), now, writeDown);
    await this.announce(tx, ready, verdicts);
    let next = 0;
    return early.map((refusal) => {
      if (refusal) return { kind: 'refused', refusal };
      const index = next++;
      return this.answerOf(ready[index]!.place, verdicts[index]!);
    });
  }

  private answerOf({ applicationId }: PlaceRequest, verdict: PlaceVerdict): DeskAnswer {
    if (verdict.kind === 'repeated') return { kind: 'repeated', applicationId: verdict.applicationId };
    if (verdict.kind === 'refused') return { kind: 'refused', refusal: no(verdict.code, verdict.field) };
    const waits = 'rest' in verdict ? verdict.rest : null;
    const rest = waits && { number: waits.number, heads: waits.heads, waitlistPosition: waits.position, ticketUrl: this.codes.url(waits.applicationId) };
    const waitlistPosition = verdict.kind === 'waitlisted' ? verdict.position : null;
    return { kind: 'placed', answer: { id: applicationId, number: verdict.number, status: verdict.kind, waitlistPosition, ticketUrl: this.codes.url(applicationId), rest } };
  }

  private makeReady({ actor, request, channel, contactPhone, contactEmail }: Applicant): Ready {
    const key = searchKey(request.name);
    const self = channel === 'web' && actor && searchKey(actor.name) === key;
    const newcomer = self ? null : this.people.newcomer(request);
    const place: PlaceRequest = {
      ...this.newCodes(),
      ...{ frameId: request.frameId, personId: newcomer?.id ?? actor!.personId, heads: request.heads, searchKey: key, channel },
      ...{ contactPhone, contactEmail },
      companions: (request.companions ?? []).map(({ name, kana, born }) => ({ name, kana, ...(born && { born }) })),
      groupName: request.groupName ?? null,
      born: request.born ?? null,
      answers: answersOf(request),
      photos: request.photos ?? null,
      guardian: request.guardian ? { ...request.guardian, email: plain(request.guardian.email), language: request.language ?? 'ja' } : null,
      partIsFine: request.partIsFine ?? false,
      rest: () => this.newCodes(),
      enteredBy: channel === 'web' ? null : (actor?.personId ?? null),
    };
    return { place, newcomer, language: request.language };
  }

  private newCodes(): Codes {
    const applicationId = newId();
    const [number, spareNumber] = [this.codes.number(applicationId), () => this.codes.number(applicationId, true)];
    return { applicationId, number, spareNumber, ticketHash: this.codes.ticket(applicationId).hash, consentHash: this.codes.consent(applicationId).hash };
  }

  /** In which language those who have a record already are at home today; people are locked before places, in id order. */
  private async hear(tx: Tx, ready: readonly Ready[]): Promise<void> {
    const known = ready.filter(({ newcomer }) => newcomer === null).sort((a, b) => (a.place.personId < b.place.personId ? -1 : 1));
    for (const { place, language } of known) if (language) await this.people.speak(tx, place.personId, language);
  }

  private async announce(tx: Tx, ready: readonly Ready[], verdicts: readonly PlaceVerdict[]): Promise<void> {
    const messages = ready.flatMap(({ place }, index) => {
      const verdict = verdicts[index]!;
      if (verdict.kind === 'refused' || verdict.kind === 'repeated') return [];
      const about = { eventId: verdict.eventId, personId: place.personId };
      const [placed, waits] = ['events.application-confirmed', 'events.application-waitlisted'] as const;
      const [entered, pending] = ['events.application-entered', 'events.application-guardian-pending'] as const;
      const payload = { applicationId: place.applicationId, ...about };
      const first = { message: { confirmed: placed, guardian_pending: pending, waitlisted: waits, applied: entered }[verdict.kind], payload };
      const rest = 'rest' in verdict && verdict.rest !== null ? [{ message: waits, payload: { applicationId: verdict.rest.applicationId, ...about } }] : [];
      const guardian = place.guardian?.by === 'child' ? [{ message: 'events.consent-asked' as const, payload }] : [];
      return [first, ...rest, ...guardian];
    });
    await this.outbox.addAll(tx, messages);
  }
}

/** Says no before a frame is locked; the same rules decide again under the lock. */
function judgeEarly({ actor, request, channel }: Applicant, frame: FrameFactsRow | null, now: Date): Refusal | null {
  const proxy = channel !== 'web';
  const enters = proxy && frame !== null && actor !== null && mayEnterApplications(actor, { organisationId: frame.organisation_id, category: frame.category });
  if (!frame?.public || !(frame.opened || enters)) return new Refusal('event.not-found', { status: 404 });
  if (proxy && !enters) return new Refusal('application.leaders-only', { status: 403 });
  if (frame.frame_id === null) return no('application.frame-unknown');
  const times = { startsAt: frame.starts_at, endsAt: frame.ends_at, opensAt: frame.opens_at, closesAt: frame.closes_at };
  const open = openVerdict({ state: frame.state, kind: frame.kind, ...times }, channel, now);
  if (open !== true) return no(open);
  const comers = comersVerdict(frame, { ...request, channel }, now);
  return 'consent' in comers ? null : no(comers.code, comers.field);
}

function no(code: ComersRefusal['code'], field = code === 'application.frame-unknown' ? 'frameId' : undefined): Refusal {
  if (code === 'application.contact-too-often') return new Refusal(code, { status: 429, retryAfter: 24 * 60 * 60 });
  return new Refusal(code, field ? { status: 422, fields: [{ field, code }] } : {});
}

/** As contacts are compared; what is wrong with it was said before. */
function plain(email: string | null | undefined): string | null {
  const verdict = email ? normaliseEmail(email) : null;
  return verdict?.ok ? verdict.value : null;
}
