import { Global, Injectable, Module } from '@nestjs/common';
import { People } from '@yoriai/identity';
import { rows, type Tx } from '@yoriai/platform';
import { TestClock, mailSink, testApp, type MailSink, type TestApp } from '@yoriai/testing';
import { NotificationsWorkerModule } from '../../notifications.worker.js';
import { Deliverer } from '../deliverer.js';
import { Deliveries, type Draft } from '../deliveries.service.js';
import { LetterWriter, type ClaimedDelivery, type Letter } from '../letter.js';

/** The event that the reminders are about; no row stands behind it. */
export const EVENT = '01930000-0000-7000-8000-0000000000e1';
/** The evening before it: when reminders are due. */
const DAY = '2026-11-28T18:00:00+09:00';

/** Writes a plain letter; who is named in `unwanted` gets none, who is named in `broken` is a bug. */
@Injectable()
export class PlainWriter extends LetterWriter {
  unwanted = new Set<string>();
  broken = new Set<string>();

  async write(_tx: Tx, deliveries: readonly ClaimedDelivery[]): Promise<ReadonlyMap<string, Letter>> {
    if (deliveries.some((one) => this.broken.has(one.address))) throw new Error('a bug in a letter');
    const wanted = deliveries.filter((one) => !this.unwanted.has(one.address));
    return new Map(wanted.map((one) => [one.id, { fromName: '寄合', subject: `お知らせ ${String(one.params['n'])}`, text: 'あす10時からです。' }]));
  }
}

@Global()
@Module({ providers: [{ provide: LetterWriter, useClass: PlainWriter }], exports: [LetterWriter] })
class PlainLetters {}

/** A ledger with a writer of plain letters and a mail server, on the evening before an event. */
export class PostOffice {
  readonly writer: PlainWriter;
  private serial = 0;

  private constructor(
    readonly app: TestApp,
    /** Can be closed and replaced: a mail server that is away. */
    public sink: MailSink,
  ) {
    this.writer = app.get(LetterWriter) as PlainWriter;
  }

  static async open(): Promise<PostOffice> {
    const sink = await mailSink();
    const app = await testApp({ imports: [PlainLetters, NotificationsWorkerModule], clock: new TestClock(DAY), config: { smtpUrl: sink.url } });
    return new PostOffice(app, sink);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.sink.close();
  }

  /** Somebody with a telephone and no mail address in their record. */
  person(tx: Tx): Promise<string> {
    this.serial += 1;
    return this.app.get(People).add(tx, { name: `ひと ${this.serial}`, kana: 'ヒト', email: null, phone: '0612345678' });
  }

  /** Reminders for people with these addresses, in this order. */
  async plan(addresses: (string | null)[], change: Partial<Draft> = {}): Promise<void> {
    await this.app.tx(async (tx) => {
      const drafts: Draft[] = [];
      for (const [n, address] of addresses.entries()) drafts.push({ ...reminder(await this.person(tx), address, n), ...change });
      await this.app.get(Deliveries).add(tx, drafts);
    });
  }

  /** One slice of what is due, with retries that know no chance. */
  deliver() {
    return this.app.get(Deliverer).deliverSlice({ chance: () => 0.5 });
  }

  states() {
    return this.app.tx((tx) => rows<{ address: string | null; state: string }>(tx, 'select address, state from notifications.delivery order by id'));
  }

  /** Every recipient of every mail that came, in order. */
  recipients(): string[] {
    return this.sink.mails.flatMap((mail) => mail.to).sort();
  }
}

/** A reminder of the evening before for one person. */
export function reminder(personId: string, address: string | null, n = 0): Draft {
  return {
    dedupeKey: `d1:${EVENT}:${personId}`,
    personId,
    eventId: EVENT,
    kind: 'reminder-d1',
    purpose: 'reminder',
    address,
    template: 'plain',
    params: { n },
    scheduledFor: new Date(DAY),
  };
}

/** So many addresses, in order. */
export const addresses = (count: number) => Array.from({ length: count }, (_, n) => `p${String(n).padStart(4, '0')}@example.jp`);
