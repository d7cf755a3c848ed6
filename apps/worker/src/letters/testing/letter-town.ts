import { Actor, AssociationsWorkerModule, type Role } from '@yoriai/associations';
import { EventApprovals, EventDrafts, EventPublications, EventsWorkerModule, SignUps, type CreateEventRequest } from '@yoriai/events';
import { IdentityWorkerModule } from '@yoriai/identity';
import { Deliverer, NotificationsWorkerModule } from '@yoriai/notifications';
import { newId } from '@yoriai/platform';
import { DueReminders, RemindersWorkerModule } from '@yoriai/reminders';
import { RostersWorkerModule, Shifts } from '@yoriai/rosters';
import { TestClock, Town, mailSink, testApp, type MailSink, type TestApp } from '@yoriai/testing';
import type { ParsedMail } from 'mailparser';
import { LettersModule } from '../letters.module.js';

/** Where the links in letters lead. */
export const URL_OF_SITE = 'https://yoriai.example.jp';

/** Everything that writes letters, on 10 November 2026, with the leader of an association, an approver of the ward office and a mail server. */
export class LetterTown {
  /** The association that the host leads. */
  organisationId = '';
  host!: Actor;
  approver!: Actor;
  private readonly town: Town;

  private constructor(
    readonly app: TestApp,
    readonly sink: MailSink,
  ) {
    this.town = new Town(app);
  }

  static async open(): Promise<LetterTown> {
    const sink = await mailSink();
    const app = await testApp({
      imports: [IdentityWorkerModule, AssociationsWorkerModule, EventsWorkerModule, RostersWorkerModule, RemindersWorkerModule, NotificationsWorkerModule, LettersModule],
      clock: new TestClock('2026-11-10T10:00:00+09:00'),
      config: { smtpUrl: sink.url, publicUrl: URL_OF_SITE },
    });
    const town = new LetterTown(app, sink);
    await town.settle();
    return town;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.sink.close();
  }

  /** Somebody signed in; with a term where an organisation is given. */
  async actor(person: { name: string; email?: string }, organisationId?: string, role: Role = 'member'): Promise<Actor> {
    const personId = await this.town.person(person);
    const termId = newId();
    if (organisationId) {
      await this.app.database.asOwner(
        `insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at)
         values ($1, $2, $3, $4, '役員', '2026-04-01', '2028-03-31', now())`,
        [termId, personId, organisationId, role],
      );
    }
    const grants = organisationId ? [{ termId, organisationId, areaId: null, role }] : [];
    return new Actor({ personId, accountId: newId(), sessionId: newId(), name: person.name, grants });
  }

  /** The concert, published, with its frame and its shift; `meanwhile` it is a draft. */
  async published(changes: Partial<CreateEventRequest> = {}, meanwhile?: (id: string) => Promise<unknown>): Promise<{ id: string; frameId: string; shiftId: string }> {
    const { id, frames } = await this.app.get(EventDrafts).create(this.host, { ...concert(this.organisationId), ...changes });
    await meanwhile?.(id);
    await this.app.get(EventApprovals).submit(this.host, id);
    await this.app.get(EventApprovals).approve(this.approver, id, { revision: 1 });
    await this.app.get(EventPublications).publish(this.host, id);
    await this.app.deliver();
    const [shift] = await this.app.tx((tx) => this.app.get(Shifts).ofEvent(tx, id));
    return { id, frameId: frames[0]?.id ?? '', shiftId: shift?.id ?? '' };
  }

  /** Applies on the web without an account. */
  async apply(event: { id: string; frameId: string }, name: string, contact: { email?: string; phone?: string }) {
    return this.app.get(SignUps).apply(null, { eventId: event.id, frameId: event.frameId, name, kana: 'やまだ はなこ', heads: 1, ...contact });
  }

  /** Everything that follows from what was announced: subscribers, sweep, slices. Answers the letters that went out since the last time. */
  async post(): Promise<ParsedMail[]> {
    const before = this.sink.mails.length;
    await this.app.deliver();
    await this.app.get(DueReminders).sweep(this.app.clock.now());
    await this.app.deliver();
    while ((await this.app.get(Deliverer).deliverSlice()).claimed > 0);
    return (await this.sink.parsed()).slice(before);
  }

  private async settle(): Promise<void> {
    this.organisationId = await this.town.organisation();
    const office = await this.town.organisation({ name: '西区役所', kind: 'ward-office', areaId: null });
    this.host = await this.actor({ name: '西 会長', email: 'leader@example.jp' }, this.organisationId, 'leader');
    this.approver = await this.actor({ name: '区 決裁', email: 'approver@example.jp' }, office, 'approver');
  }
}

/** 靱公園バラ園コンサート on Sunday 29 November 2026, as its host would write it: two seats and four at the reception. */
export function concert(organisationId: string): CreateEventRequest {
  return {
    organisationId,
    title: '靱公園バラ園コンサート',
    kana: 'うつぼこうえんばらえんこんさーと',
    summary: '秋のバラが見ごろの公園で、町の中学生と音楽の先生が演奏します。',
    field: 'bunka',
    category: 'concert',
    placeName: '靱公園 バラ園',
    placeAddress: '西区靱本町2丁目',
    startsAt: '2026-11-29T13:00:00+09:00',
    endsAt: '2026-11-29T15:00:00+09:00',
    rainPolicy: 'cancelled',
    rainDecisionAt: '2026-11-28T17:00:00+09:00',
    audienceText: 'どなたでも',
    feeText: '無料',
    bringText: 'ひざかけ、飲みもの',
    contactName: '西船場連合振興町会',
    contactPhone: '06-6443-0001',
    contactHours: '9時から19時',
    food: false,
    fire: false,
    frames: [{ name: 'いす席', capacity: 2, perApplicationMax: 2 }],
    duties: [{ duty: '受付', place: '北の入口', startsAt: '2026-11-29T12:00:00+09:00', endsAt: '2026-11-29T15:30:00+09:00', people: 4, note: '動きやすい服で' }],
  };
}

/** Whom a letter goes to. */
export const to = (mail: ParsedMail) => (Array.isArray(mail.to) ? mail.to : [mail.to]).map((one) => one?.text).join();
/** The first letter to an address. */
export const letterTo = (mails: ParsedMail[], address: string) => mails.find((mail) => to(mail) === address);
/** The calendar entry that came with a letter; empty where none did. */
export const calendarOf = (mail: ParsedMail | undefined) => mail?.attachments.find((file) => file.contentType === 'text/calendar')?.content.toString('utf8') ?? '';
