import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, RetentionTerms } from '@yoriai/associations';
import { Config, Db } from '@yoriai/platform';
import { wardNameIn } from '@yoriai/ui';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { AccessibilityView, ContactView, HelpView } from './about-views.js';
import { ElsewhereView } from './elsewhere-view.js';
import { OpenDataView } from './open-data-view.js';
import { PrivacyView } from './privacy-view.js';

/** What the product says about itself. */
@ApiExcludeController()
@Controller()
@Access('public')
export class AboutPage {
  constructor(
    private readonly pages: Pages,
    private readonly config: Config,
    private readonly db: Db,
    private readonly terms: RetentionTerms,
  ) {}

  @Get('privacy')
  async privacy(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const kept = await this.db.read((tx) => this.terms.now(tx));
    const body = <PrivacyView t={t} ward={wardNameIn(t, this.config)} phone={this.config.officePhone} kept={kept} />;
    await this.pages.send(request, reply, { title: t('site.privacy.title'), audience: 'public', width: 'narrow', body });
  }

  @Get('elsewhere')
  async elsewhere(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const body = <ElsewhereView t={t} ward={wardNameIn(t, this.config)} phone={this.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('site.elsewhere.title'), audience: 'public', width: 'narrow', body });
  }

  @Get('opendata')
  async openData(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const body = <OpenDataView t={t} ward={wardNameIn(t, this.config)} phone={this.config.officePhone} />;
    await this.pages.send(request, reply, { title: t('site.opendata.title'), audience: 'public', width: 'narrow', body });
  }

  @Get('contact')
  async contact(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const body = <ContactView t={t} ward={wardNameIn(t, this.config)} phone={this.config.officePhone} />;
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
}
