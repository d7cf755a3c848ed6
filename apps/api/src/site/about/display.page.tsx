import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { People, cookiesAreSecure } from '@yoriai/identity';
import { Config, Db, refuse } from '@yoriai/platform';
import { isLang, type Display, type Lang } from '@yoriai/ui';
import { DISPLAY_COOKIES, chosenDisplay, displayOf } from '../../http/display.js';
import { LANGUAGE_COOKIE } from '../../http/language.js';
import { ownPath } from '../page/own-path.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { formOf } from '../page/submissions.js';
import { DisplayView } from './display-view.js';

const YEAR_S = 365 * 24 * 60 * 60;

/** 見やすさとことば: language, size of letters, readings, contrast. Kept in cookies, applied by the server. */
@ApiExcludeController()
@Controller('display')
@Access('public')
export class DisplayPage {
  constructor(
    private readonly pages: Pages,
    private readonly config: Config,
    private readonly db: Db,
    private readonly people: People,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const t = this.pages.t(request);
    const body = <DisplayView t={t} display={displayOf(request)} next={ownPath(query['next'], '/')} saved={query['saved'] === '1'} />;
    await this.pages.send(request, reply, { title: t('site.display.title'), width: 'narrow', body });
  }

  /** Choosing twice is choosing once, so this form needs no key. Refuses a language we don't speak, and changes nothing then (422). */
  @Post()
  async choose(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const form = formOf(request);
    if (form['lang'] !== undefined && !isLang(form['lang'])) return refuse('platform.invalid', { status: 422, fields: [{ field: 'lang', code: 'field.isIn' }] });
    for (const [name, value] of Object.entries(chosenDisplay(form))) this.keep(reply, DISPLAY_COOKIES[name as keyof Display], value);
    if (isLang(form['lang'])) await this.read(request, reply, form['lang']);
    await this.pages.seeOther(reply, `/display?saved=1&next=${encodeURIComponent(ownPath(form['next'], '/'))}`);
  }

  /**
   * The links at the top of every page. A link and not a form, so that it needs no token; it changes how
   * this browser reads and nothing else. Refuses a language we don't speak (404).
   */
  @Get(':lang')
  async speak(@Res() reply: FastifyReply, @Param('lang') lang: string, @Query('next') next: unknown): Promise<void> {
    if (!isLang(lang)) return refuse('platform.not-found', { status: 404 });
    this.keep(reply, LANGUAGE_COOKIE, lang);
    await this.pages.seeOther(reply, ownPath(next, '/'));
  }

  /** Whoever is signed in gets their letters in it too. */
  private async read(request: SiteRequest, reply: FastifyReply, lang: Lang): Promise<void> {
    this.keep(reply, LANGUAGE_COOKIE, lang);
    const { actor } = request;
    if (actor) await this.db.transaction((tx) => this.people.speak(tx, actor.personId, lang));
  }

  private keep(reply: FastifyReply, name: string, value: string): void {
    void reply.setCookie(name, value, { path: '/', httpOnly: true, sameSite: 'lax', secure: cookiesAreSecure(this.config), maxAge: YEAR_S });
  }
}
