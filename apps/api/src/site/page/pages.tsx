import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement, ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { RequestWithActor } from '@yoriai/associations';
import { browserCookieName, formTokenOf, sessionCookieName, sessionToken } from '@yoriai/identity';
import { GravestAlerts, isByInvitation } from '@yoriai/events';
import { Config } from '@yoriai/platform';
import { Alarm, SitePage, wardNameIn, withReading, type TextKey, type Translate } from '@yoriai/ui';
import { displayOf, rootOf } from '../../http/display.js';
import { wordsFor } from '../../http/language.js';
import { FORM_TOKEN_FIELD } from '../../http/origin.js';
import { titleIn, type InOtherWords } from './other-words.js';
import { HostNames } from './host-names.js';
import { asMade } from './made-page.js';
import { PageCache, type MadePage } from './page-cache.js';
import { pageKey, type CookieNames } from './page-key.js';

/** What a page says about itself; the rest is the same on every page. */
export interface PageFacts {
  /** Without the product's name; the home page gives none. */
  title?: string;
  status?: number;
  /** Seconds after which another try makes sense. */
  retryAfter?: number;
  /** What goes before the title of a form that was sent back: the title is what is read aloud first. */
  sentBack?: TextKey;
  /** `public`: the same for everybody, checked with an ETag. `personal` (the default): never kept by anybody. */
  audience?: 'public' | 'personal';
  description?: string;
  /** Keep a public page out of search engines. */
  noindex?: boolean;
  width?: 'page' | 'narrow' | 'full';
  scene?: ReactNode;
  head?: ReactNode;
  body: ReactNode;
}

/** A page that is the same for everybody without an account. */
export type PublicPage = Omit<PageFacts, 'audience' | 'status'>;

/** Sends pages: plain HTML, no script, no inline style. */
@Injectable()
export class Pages {
  private readonly cookies: CookieNames;

  constructor(
    readonly config: Config,
    private readonly cache: PageCache,
    private readonly names: HostNames,
    private readonly gravest: GravestAlerts,
  ) {
    this.cookies = { session: sessionCookieName(config), browser: browserCookieName(config) };
  }

  /** What endangers people at this moment, for a page that is none of the Site's usual ones; null while nothing does. */
  async alarm(request: FastifyRequest): Promise<ReactElement | null> {
    const alerts = await this.gravest.now();
    const t = this.t(request);
    return alerts.length === 0 ? null : <Alarm t={t} alerts={alerts} ward={wardNameIn(t, this.config)} phone={this.config.officePhone} />;
  }

  /** The words of this request's language. */
  t(request: FastifyRequest): Translate {
    return wordsFor(request);
  }

  /** Whether readings are drawn on this request's pages. */
  reads(request: FastifyRequest): boolean {
    return rootOf(request)['data-furigana'] === 'on';
  }

  /** An event as its reader sees it: the title in their language where the host gave one, else with the reading that the host gave, where readings are drawn. */
  titled<T extends InOtherWords & { readonly title: string | null; readonly kana: string | null }>(request: FastifyRequest, event: T): T {
    const title = titleIn(this.t(request), event);
    if (title !== null) return { ...event, title, titleJa: event.title ?? '' };
    return this.reads(request) ? { ...event, title: withReading(event.title ?? '', event.kana) } : event;
  }

  /** The same for a duty, which carries the title of its event. */
  dutyTitled<T extends { readonly eventTitle: string; readonly eventKana: string | null }>(request: FastifyRequest, duty: T): T {
    return this.reads(request) ? { ...duty, eventTitle: withReading(duty.eventTitle, duty.eventKana) } : duty;
  }

  /** An area as its reader sees it: its name with its reading, where readings are drawn. */
  named<T extends { readonly name: string; readonly kana: string }>(request: FastifyRequest, area: T): T {
    return this.reads(request) ? { ...area, name: withReading(area.name, area.kana) } : area;
  }

  /** Sends a page of the Site. Public pages answer 304 to a browser that has them already. */
  async send(request: FastifyRequest & RequestWithActor, reply: FastifyReply, page: PageFacts): Promise<void> {
    if (page.retryAfter !== undefined) void reply.header('retry-after', String(page.retryAfter));
    await sendHtml(request, reply, await this.make(request, page));
  }

  /**
   * Sends a page that is the same for everybody without an account. `read` is called only when something may have
   * changed since the page was made, see {@link PageCache}; for the signed-in it is made each time.
   */
  async sendPublic(request: FastifyRequest & RequestWithActor, reply: FastifyReply, read: () => Promise<PublicPage>): Promise<void> {
    await this.sendKept(request, reply, async (moment) => this.make(request, { ...(await read()), audience: 'public' }, moment));
  }

  /** Sends a feed or another file that is the same for everybody, kept and checked like a page. */
  async sendFile(request: FastifyRequest, reply: FastifyReply, file: { type: string; read: () => Promise<{ text: string; saveAs?: string }> }): Promise<void> {
    await this.sendKept(request, reply, async () => {
      const { text, saveAs } = await file.read();
      const made = asMade(text, 200, isByInvitation(request.url), file.type);
      return saveAs === undefined ? made : { ...made, headers: { ...made.headers, 'content-disposition': `attachment; filename="${saveAs}"` } };
    });
  }

  private async sendKept(request: FastifyRequest, reply: FastifyReply, make: (moment?: string) => Promise<MadePage>): Promise<void> {
    const key = pageKey(request.raw, this.cookies);
    await sendHtml(request, reply, key === null ? await make() : await this.cache.of(key, make));
  }

  /** `moment`: the one of the database that the page is kept for. */
  private async make(request: FastifyRequest & RequestWithActor, page: PageFacts, moment?: string): Promise<MadePage> {
    const personal = page.audience !== 'public' || isByInvitation(request.url);
    const [t, ward, phone] = [this.t(request), wardNameIn(this.t(request), this.config), this.config.officePhone];
    const alerts = await this.gravest.now(moment);
    const html = renderPage(
      <SitePage
        t={t}
        path={request.url}
        demo={this.config.demo}
        alarm={alerts.length > 0 && <Alarm t={t} alerts={alerts} ward={ward} phone={phone} />}
        signedIn={Boolean(request.actor)}
        wardName={ward}
        support={{ phone, hours: t('site.office-hours') }}
        display={displayOf(request)}
        noindex={personal || page.status !== undefined || page.noindex === true}
        {...given(t, page)}
      >
        {page.body}
      </SitePage>,
    );
    const read = this.reads(request) ? (await this.names.reader())(html) : html;
    return asMade(this.withFormToken(request, read), page.status ?? 200, personal);
  }

  /** Sends a paper page, which is a whole document of its own. */
  async sendPaper(request: FastifyRequest, reply: FastifyReply, page: { document: ReactElement; personal: boolean }): Promise<void> {
    await sendHtml(request, reply, asMade(this.withFormToken(request, renderPage(page.document)), 200, page.personal || isByInvitation(request.url)));
  }

  /**
   * Puts the form token into every form that changes something, where a session cookie came: here, once for
   * all pages, so that no view can forget it. Whatever people wrote is escaped, so only our own forms begin so.
   */
  private withFormToken(request: FastifyRequest, html: string): string {
    const session = sessionToken(request, this.config);
    if (session === undefined) return html;
    const field = renderToStaticMarkup(<input type="hidden" name={FORM_TOKEN_FIELD} value={formTokenOf(session, this.config)} />);
    return html.replace(/<form\b[^>]*\bmethod="post"[^>]*>/g, (form) => form + field);
  }

  /** After a change: look at the result there (Post, Redirect, Get). */
  async seeOther(reply: FastifyReply, path: string): Promise<void> {
    await reply.header('cache-control', 'no-store').redirect(path, 303);
  }
}

/** A whole document as text. */
export function renderPage(document: ReactElement): string {
  return `<!doctype html>${renderToStaticMarkup(document)}`;
}

async function sendHtml(request: FastifyRequest, reply: FastifyReply, { html, zippable, status, headers }: MadePage): Promise<void> {
  void reply.headers(headers);
  if (headers.etag !== undefined && request.headers['if-none-match'] === headers.etag) {
    await reply.status(304).send();
    return;
  }
  const packed = zippable?.for(request.headers);
  await reply.headers(packed?.headers ?? {}).status(status).send(packed?.bytes ?? html);
}

function given(t: Translate, { title, sentBack, description, width, scene, head }: PageFacts) {
  const props = { title: title === undefined || sentBack === undefined ? title : `${t(sentBack)}${t('ui.help.colon')}${title}`, description, width, scene, head };
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== undefined)) as Partial<typeof props>;
}
