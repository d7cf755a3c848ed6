import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { cookiesAreSecure } from '@yoriai/identity';
import { Config } from '@yoriai/platform';
import { ownPath } from '../page/own-path.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { formOf } from '../page/submissions.js';
import { TEXT_SIZE_COOKIE, isTextSize, textSizeOf } from '../page/text-size.js';
import { AccessibilityView, ContactView, HelpView } from './about-views.js';
import { DisplayView } from './display-view.js';
import { PrivacyView } from './privacy-view.js';

const YEAR_S = 365 * 24 * 60 * 60;

/** What the product says about itself, and how large it writes. */
@ApiExcludeController()
@Controller()
@Access('public')
export class AboutPage {
  constructor(
    private readonly pages: Pages,
    private readonly config: Config,
  ) {}

  @Get('privacy')
  async privacy(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const body = <PrivacyView t={t} ward={this.config.wardName} phone={this.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('site.privacy.title'), audience: 'public', width: 'narrow', body });
  }

  @Get('contact')
  async contact(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const body = <ContactView t={t} ward={this.config.wardName} phone={this.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('site.contact.title'), audience: 'public', width: 'narrow', body });
  }

  @Get('help')
  async help(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const body = <HelpView t={t} phone={this.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('site.help.title'), audience: 'public', width: 'narrow', body });
  }

  @Get('accessibility')
  async accessibility(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const body = <AccessibilityView t={t} phone={this.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('site.accessibility.title'), audience: 'public', width: 'narrow', body });
  }

  /** 文字の大きさ. */
  @Get('display')
  async display(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const t = this.pages.t(request);
    const view = { size: textSizeOf(request), next: ownPath(query['next'], '/'), saved: query['saved'] === '1' };
    await this.pages.send(request, reply, { title: t('site.display.title'), width: 'narrow', body: <DisplayView t={t} {...view} /> });
  }

  /** Choosing twice is choosing once, so this form needs no key. */
  @Post('display')
  async choose(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const { size, next } = formOf(request);
    const secure = cookiesAreSecure(this.config);
    if (isTextSize(size)) void reply.setCookie(TEXT_SIZE_COOKIE, size, { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: YEAR_S });
    await this.pages.seeOther(reply, `/display?saved=1&next=${encodeURIComponent(ownPath(next, '/'))}`);
  }
}
