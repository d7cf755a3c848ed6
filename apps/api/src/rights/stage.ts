import { Accounts, browserCookieName, sessionCookieName } from '@yoriai/identity';
import { Organisations, type Actor } from '@yoriai/associations';
import { newId } from '@yoriai/platform';
import { HORIE, NISHISENBA } from '@yoriai/testing';
import { SiteTown, type Resident } from '../site/testing/site-town.js';
import { ASKERS, OFFICE, type Asker, type HouseName } from './people.js';
import { Props, type Prop, type PropKind } from './props.js';

/** A route as Fastify registered it. */
export interface Route {
  method: string;
  url: string;
}

/** An answer, taken apart. */
export interface Heard {
  status: number;
  headers: Headers;
  body: string;
}

/** A request; `cookies` are those of the browser that the thing belongs to. */
export interface Asked {
  method: string;
  path: string;
  body?: string | Uint8Array<ArrayBuffer> | undefined;
  headers?: Readonly<Record<string, string>>;
  cookies?: string | undefined;
}

/** A request that nobody answers is a fault of its own line, and keeps no other waiting, ms. */
const NO_ANSWER = 60_000;

/** Whoever goes through these doors leaves their session there. */
const SIGNS = /\/(sessions|passkey-sessions|sign-in|sign-out|invitation)\b/;

/** Who in the other association is who somebody is in the one. */
const THERE: Readonly<Partial<Record<Asker, Asker>>> = { leader: 'other-leader', 'other-leader': 'leader', volunteer: 'other-member' };

type Houses = Record<HouseName, string>;

/** The whole HTTP process with two associations, the community centres of their areas, the ward office, and somebody in every role. */
export class Stage {
  private readonly tokens = new Map<Asker, string>();
  private readonly residents = new Map<Asker, Resident>();
  private readonly props: Props;

  private asked = 0;

  private constructor(
    readonly town: SiteTown,
    readonly routes: readonly Route[],
    readonly houses: Houses,
  ) {
    this.props = new Props(this);
  }

  static async open(): Promise<Stage> {
    const routes: Route[] = [];
    const town = await SiteTown.open({
      // A printer that can't be started: who would get a PDF gets 503, quickly; everybody else their refusal.
      config: { trustedProxies: ['127.0.0.1'], chromium: '/nowhere/chromium' },
      onRoute: ({ method, url }) => void routes.push(...[method].flat().map((each) => ({ method: each, url }))),
    });
    const add = (name: string, kind: 'federation' | 'center', areaId: string): Promise<string> =>
      town.tx((tx) => town.api.get(Organisations).add(tx, { name, kana: 'だんたい', slug: `org-${newId()}`, kind, areaId }));
    const houses = {
      town: town.organisationId,
      office: town.officeId,
      other: await add('堀江連合振興町会', 'federation', HORIE),
      center: await add('西船場まちづくりセンター', 'center', NISHISENBA),
      'other-center': await add('堀江まちづくりセンター', 'center', HORIE),
    };
    const stage = new Stage(town, routes, houses);
    for (const asker of ASKERS) if (asker !== 'visitor') await stage.enter(asker);
    return stage;
  }

  /** The same process, as the other association sees it: what is made here is its own, and that of its member. */
  elsewhere(): Stage {
    const { houses } = this;
    const there = new Stage(this.town, this.routes, { ...houses, town: houses.other, other: houses.town, center: houses['other-center'], 'other-center': houses.center });
    for (const [asker, resident] of this.residents) there.residents.set(asker, this.residents.get(THERE[asker] ?? asker) ?? resident);
    return there;
  }

  close(): Promise<void> {
    return this.town.close();
  }

  actor(asker: Exclude<Asker, 'visitor'>): Actor {
    return this.residents.get(asker)!.actor;
  }

  emailOf(asker: Asker): string {
    return this.residents.get(asker)?.email ?? `${asker}@example.jp`;
  }

  /** A thing that a request can be about, fresh. */
  prop(kind: PropKind): Promise<Prop> {
    return this.props.make(kind);
  }

  /** The cookies of somebody's browser. With a session of its own where the request signs in or out. */
  private async cookies(asker: Asker, more: string | undefined, fresh: boolean): Promise<string> {
    const known = fresh ? undefined : this.tokens.get(asker);
    const token = asker === 'visitor' ? undefined : (known ?? (await this.signIn(asker, fresh)));
    const { config } = this.town;
    const browser = `${browserCookieName(config)}=${'b'.repeat(43)}`;
    return [token && `${sessionCookieName(config)}=${token}`, more ?? browser].filter(Boolean).join('; ');
  }

  /** Where a request says that it comes from. Everybody asks from a house of their own: how often one may ask is not what is judged here. */
  house(): string {
    this.asked += 1;
    return `2001:db8:${(this.asked >> 16).toString(16)}:${(this.asked & 0xffff).toString(16)}::1`;
  }

  /** Sends one request as somebody's browser would. */
  async ask(asker: Asker, asked: Asked): Promise<Heard> {
    const fresh = asked.method !== 'GET' && SIGNS.test(asked.path);
    const cookie = await this.cookies(asker, asked.cookies, fresh);
    const headers = { origin: this.town.config.publicUrl, 'x-forwarded-for': this.house(), cookie, ...asked.headers };
    const answer = await fetch(new URL(asked.path, this.town.origin), { method: asked.method, headers, redirect: 'manual', body: asked.body ?? null, signal: AbortSignal.timeout(NO_ANSWER) });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  }

  private async enter(asker: Exclude<Asker, 'visitor'>): Promise<void> {
    const office = OFFICE[asker];
    const seat = office && { organisationId: this.houses[office.in], role: office.role };
    this.residents.set(asker, await this.town.resident({ name: `試験 ${asker}`, kana: 'しけん', email: this.emailOf(asker), ...(seat ? { office: seat } : {}) }));
    // Before anybody asks, so that nobody signs in twice at once.
    await this.signIn(asker, false);
  }

  private async signIn(asker: Asker, fresh: boolean): Promise<string> {
    const { token } = await this.town.tx((tx) => this.town.api.get(Accounts).enter(tx, { email: this.emailOf(asker), name: asker, kana: 'しけん' }, {}));
    if (!fresh) this.tokens.set(asker, token);
    return token;
  }
}
