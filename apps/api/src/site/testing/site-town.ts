import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ActorLoader, Organisations, type Actor, type OrganisationKind, type Role } from '@yoriai/associations';
import { EventApprovals, EventDrafts, EventPublications, type CreateEventRequest } from '@yoriai/events';
import { Accounts, sessionCookieName } from '@yoriai/identity';
import { Config, Db, newId, type Tx } from '@yoriai/platform';
import { Shifts, type OfferedShiftResponse } from '@yoriai/rosters';
import { HORIE, NISHISENBA, TestClock, testConfig, testDatabase, type TestCluster, type TestDatabase } from '@yoriai/testing';
import { createApi, type UnderTest } from '../../create-api.js';
import { Browser } from './browser.js';

/** Somebody with a login and a browser in which they are signed in. */
export interface Resident {
  actor: Actor;
  browser: Browser;
  email: string;
}

/** A published event with what tests ask of it. */
export interface PlayedEvent {
  id: string;
  slug: string;
  frameIds: string[];
  shifts: OfferedShiftResponse[];
}

/** The whole HTTP process on a database of its own, with an association, a ward office and people. */
export class SiteTown {
  organisationId = '';
  officeId = '';
  leader!: Resident;
  approver!: Resident;

  private constructor(
    readonly api: NestFastifyApplication,
    readonly origin: string,
    readonly clock: TestClock,
    readonly config: Config,
    private readonly database: TestDatabase,
  ) {}

  static async open(options: { now?: string; config?: Parameters<typeof testConfig>[1]; longestMs?: number; onRoute?: UnderTest['onRoute']; cluster?: TestCluster } = {}): Promise<SiteTown> {
    const { now, config: given, cluster, ...underTest } = options;
    const clock = new TestClock(now ?? '2026-11-22T10:00:00+09:00');
    const database = await testDatabase(cluster);
    const config = testConfig(database, given);
    const api = await createApi(config, { clock, ...underTest });
    await api.listen(0, '127.0.0.1');
    const town = new SiteTown(api, await api.getUrl(), clock, config, database);
    await town.settle();
    return town;
  }

  async close(): Promise<void> {
    await this.api.close();
    await this.database.drop();
  }

  /** A browser nobody has signed in with. */
  browser(headers: Record<string, string | undefined> = {}): Browser {
    return new Browser(this.origin, headers);
  }

  tx<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.api.get(Db).transaction(work);
  }

  /** One statement as the owner of the database: to look at rows. */
  sql<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
    return this.database.asOwner<T>(text, values);
  }

  /** Somebody with an account, an office where one is given, and a signed-in browser. */
  async resident(given: { name: string; kana: string; email: string; phone?: string; office?: { organisationId: string; role: Role } }): Promise<Resident> {
    const { token, personId } = await this.tx((tx) => this.api.get(Accounts).enter(tx, given, { userAgent: 'Mozilla/5.0 (iPhone) Safari/604.1' }));
    if (given.office) {
      await this.sql(
        `insert into associations.officer_term (id, person_id, organisation_id, role, title, starts_on, ends_on, created_at)
         values ($1, $2, $3, $4, '役員', '2026-04-01', '2028-03-31', now())`,
        [newId(), personId, given.office.organisationId, given.office.role],
      );
    }
    const asking = await this.api.get(ActorLoader).byToken(token);
    if (!asking) throw new Error('The new session is not alive.');
    const browser = this.browser();
    browser.cookies.set(sessionCookieName(this.config), { value: token, path: '/' });
    return { actor: asking.actor, browser, email: given.email };
  }

  /** An event of the association on its way through approval and publication, with its shifts. */
  async publish(changes: Partial<CreateEventRequest> = {}): Promise<PlayedEvent> {
    const { id, slug, frames } = await this.api.get(EventDrafts).create(this.leader.actor, { ...concert(this.organisationId), ...changes });
    await this.api.get(EventApprovals).submit(this.leader.actor, id);
    await this.api.get(EventApprovals).approve(this.approver.actor, id, { revision: 1 });
    await this.api.get(EventPublications).publish(this.leader.actor, id);
    const shifts = await this.tx(async (tx) => {
      await this.api.get(Shifts).followPlan(tx, id);
      return this.api.get(Shifts).ofEvent(tx, id);
    });
    return { id, slug, frameIds: frames.map((frame) => frame.id), shifts };
  }

  /** An organisation; an association of 西船場 where nothing else is said. Answers its id. */
  organisation(name: string, kind: OrganisationKind = 'federation'): Promise<string> {
    const areaId = kind === 'ward-office' ? null : NISHISENBA;
    return this.tx((tx) => this.api.get(Organisations).add(tx, { name, kana: 'だんたい', slug: `org-${newId()}`, kind, areaId }));
  }

  private async settle(): Promise<void> {
    this.officeId = await this.organisation('西区役所', 'ward-office');
    this.organisationId = await this.organisation('西船場連合振興町会');
    this.leader = await this.resident({ name: '佐藤 みのる', kana: 'さとう みのる', email: 'chair@example.jp', office: { organisationId: this.organisationId, role: 'leader' } });
    this.approver = await this.resident({ name: '区 決裁', kana: 'く けっさい', email: 'head@example.jp', office: { organisationId: this.officeId, role: 'approver' } });
  }
}

export { HORIE, NISHISENBA };

/** 靱公園バラ園コンサート, as its leader would write it. */
export function concert(organisationId: string): CreateEventRequest {
  return {
    organisationId,
    title: '靱公園バラ園コンサート',
    kana: 'うつぼこうえんばらえんこんさーと',
    summary: '秋のバラが見ごろの公園で、町の中学生と音楽の先生が演奏します。\n小さなお子さんも車いすの方もどうぞ。',
    description: '10時　町の合唱の会「秋のうた」\n10時40分　中学校 吹奏楽部\n11時40分　バラのお世話の話（公園の人とあるく 20分）',
    field: 'bunka',
    category: 'concert',
    placeName: '靱公園 バラ園',
    placeAddress: '靱本町2丁目',
    accessText: '地下鉄本町駅 28番出口から歩いて5分',
    startsAt: '2026-11-29T10:00:00+09:00',
    endsAt: '2026-11-29T13:00:00+09:00',
    rainPolicy: 'cancelled',
    rainDecisionAt: '2026-11-28T17:00:00+09:00',
    audienceText: 'どなたでも。小学生まではおとなといっしょに。',
    feeText: '無料',
    bringText: 'ひざかけ、ぼうし、飲みもの',
    careText: '段差はありません。車いすの席が6つあります。\n手話通訳がつきます。最前列の左がわです。\nおむつ替えと授乳は、管理事務所のテントで。\nAEDは受付にあります。',
    contactName: '佐藤 みのる',
    contactPhone: '090-0000-0129',
    contactHours: '9時から19時。留守番電話もどうぞ。',
    food: false,
    fire: false,
    frames: [{ name: 'いす席', capacity: 120, perApplicationMax: 6, closesAt: '2026-11-27T17:00:00+09:00' }],
    duties: [
      { duty: '会場づくり・いす並べ', place: '噴水の前', startsAt: '2026-11-29T08:00:00+09:00', endsAt: '2026-11-29T09:30:00+09:00', people: 6, note: '立ち仕事です' },
      { duty: '受付', place: '北の入口', startsAt: '2026-11-29T09:30:00+09:00', endsAt: '2026-11-29T13:00:00+09:00', people: 4, note: 'すわってできます' },
      { duty: '救護', place: '本部テント', startsAt: '2026-11-29T09:30:00+09:00', endsAt: '2026-11-29T13:00:00+09:00', people: 2 },
    ],
  };
}
