import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { SignIn, browserToken } from '@yoriai/identity';
import { refuse } from '@yoriai/platform';
import { Guesses } from '../../http/guesses.js';
import { EMPTY_FORM, PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { CodeView } from './code-view.js';
import { LinkView } from './link-view.js';
import { SigningIn, homeOf } from './signing-in.js';

/** The letter is out: type its code, or open its link. */
@ApiExcludeController()
@Controller('sign-in')
@Access('public')
export class CodePage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly signingIn: SigningIn,
    private readonly signIn: SignIn,
    private readonly guesses: Guesses,
  ) {}

  @Get('code')
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    return this.show(request, reply, { form: EMPTY_FORM, resent: query['resent'] === '1', dead: false });
  }

  @Post('code')
  async complete(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const values = formOf(request);
    const underWay = this.signingIn.underWay(request);
    if (!underWay) return request.actor ? this.pages.seeOther(reply, homeOf(request.actor)) : this.pages.seeOther(reply, '/sign-in');
    const proof = { requestId: underWay.requestId, code: values['code'] ?? '' };
    const signedIn = await orRefusal(() => this.signingIn.complete(request, reply, proof), PASSING);
    if ('done' in signedIn) return this.pages.seeOther(reply, signedIn.done);
    // The wrong digits are not given back: the next try begins with an empty box.
    const { status } = signedIn.refused;
    return this.show(request, reply, { form: refusedForm(this.pages.t(request), {}, signedIn.refused), resent: false, dead: status === 410 });
  }

  /** A new letter; the code of the one before stops working. */
  @Post('code/resend')
  async resend(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const underWay = this.signingIn.underWay(request);
    if (!underWay) return this.pages.seeOther(reply, '/sign-in');
    const { email, next, registration } = underWay;
    await this.signingIn.ask(request, reply, { email, next, ...(registration ? { registration } : {}) });
    return this.pages.seeOther(reply, '/sign-in/code?resent=1');
  }

  /** The mailed link. Opening it uses nothing up: mail scanners open links too. */
  @Get('link/:token')
  async link(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const t = this.pages.t(request);
    const { config } = this.pages;
    const opened = await this.signIn.byLink(token, browserToken(request, config));
    if (opened.kind === 'gone') await this.guesses.hit(request);
    const body = <LinkView t={t} opened={opened} link={token} token={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('site.sign-in.title'), width: 'narrow', body, ...(opened.kind === 'gone' ? { status: 410 } : {}) });
  }

  @Post('link/:token')
  async completeByLink(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const opened = await this.signIn.byLink(token, browserToken(request, this.pages.config));
    if (opened.kind === 'other-browser') return this.pages.seeOther(reply, `/sign-in/link/${encodeURIComponent(token)}`);
    // The second click of a double click finds the link used; its answer is still kept.
    const requestId = opened.kind === 'same-browser' ? opened.requestId : (this.signingIn.underWay(request)?.requestId ?? refuse('sign-in.gone', { status: 410 }));
    return this.pages.seeOther(reply, await this.signingIn.complete(request, reply, { requestId, linkToken: token }));
  }

  private async show(request: SiteRequest, reply: FastifyReply, view: { form: FormState; resent: boolean; dead: boolean }): Promise<void> {
    const underWay = this.signingIn.underWay(request);
    if (!underWay) return this.pages.seeOther(reply, '/sign-in');
    const t = this.pages.t(request);
    const body = <CodeView t={t} email={underWay.email} token={this.submissions.key(request, reply)} resendToken={this.submissions.key(request, reply)} {...view} />;
    await this.pages.send(request, reply, { title: t('site.code.title'), width: 'narrow', body, ...statusOf(t, view.form) });
  }
}
