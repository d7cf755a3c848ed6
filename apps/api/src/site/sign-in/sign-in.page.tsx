import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { RegistrationBody, SignInRequestBody } from '@yoriai/identity';
import { parseForm } from '@yoriai/platform';
import { wardNameIn } from '@yoriai/ui';
import { EMPTY_FORM, PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { ownPath } from '../page/own-path.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { PASSKEY_SCRIPT } from '../passkeys/passkey-script.js';
import { inOrder } from './order.js';
import { RegisterView } from './register-view.js';
import { SignInView } from './sign-in-view.js';
import { SigningIn, homeOf } from './signing-in.js';

interface View {
  next: string;
  form: FormState;
}

/** The entrance: ask for a code, or register first. */
@ApiExcludeController()
@Controller()
@Access('public')
export class SignInPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly signingIn: SigningIn,
  ) {}

  @Get('sign-in')
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const next = ownPath(query['next'], request.actor ? homeOf(request.actor) : '');
    return request.actor ? this.pages.seeOther(reply, next) : this.show(request, reply, { next, form: EMPTY_FORM });
  }

  /** Asks for a letter. The answer looks the same for every address. */
  @Post('sign-in')
  async ask(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const values = formOf(request);
    const next = ownPath(values['next'], '');
    const { value, errors } = await parseForm(SignInRequestBody, { email: values['email'] });
    if (errors.length > 0) return this.show(request, reply, { next, form: { values, errors: inOrder(errors, ['email'], values) } });
    const asked = await orRefusal(() => this.signingIn.ask(request, reply, { email: value.email, next }), PASSING);
    if ('refused' in asked) return this.show(request, reply, { next, form: refusedForm(this.pages.t(request), values, asked.refused) });
    return this.pages.seeOther(reply, '/sign-in/code');
  }

  @Get('register')
  async registerForm(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query() query: Record<string, unknown>): Promise<void> {
    const next = ownPath(query['next'], '/volunteer');
    return request.actor ? this.pages.seeOther(reply, next) : this.showRegister(request, reply, { next, form: EMPTY_FORM });
  }

  /** Registers a volunteer: the account is made when the mailed code comes back. */
  @Post('register')
  async register(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const values = formOf(request);
    const next = ownPath(values['next'], '/volunteer');
    const { name, kana, email, phone } = values;
    const { value, errors } = await parseForm(RegistrationBody, { name, kana, email, phone });
    if (errors.length > 0) return this.showRegister(request, reply, { next, form: { values, errors: inOrder(errors, ['name', 'kana', 'email', 'phone'], values) } });
    const registration = { name: value.name, kana: value.kana, ...(value.phone ? { phone: value.phone } : {}) };
    const asked = await orRefusal(() => this.signingIn.ask(request, reply, { email: value.email, next, registration }), PASSING);
    if ('refused' in asked) return this.showRegister(request, reply, { next, form: refusedForm(this.pages.t(request), values, asked.refused) });
    return this.pages.seeOther(reply, '/sign-in/code');
  }

  private async show(request: SiteRequest, reply: FastifyReply, view: View): Promise<void> {
    const t = this.pages.t(request);
    const { config } = this.pages;
    const body = <SignInView t={t} token={this.submissions.key(request, reply)} demo={config.demo} {...view} />;
    await this.pages.send(request, reply, { title: t('site.sign-in.title'), width: 'narrow', head: PASSKEY_SCRIPT, body, ...statusOf(t, view.form) });
  }

  private async showRegister(request: SiteRequest, reply: FastifyReply, view: View): Promise<void> {
    const t = this.pages.t(request);
    const { config } = this.pages;
    const body = <RegisterView t={t} token={this.submissions.key(request, reply)} ward={wardNameIn(t, config)} {...view} />;
    await this.pages.send(request, reply, { title: t('site.register.title'), width: 'narrow', body, ...statusOf(t, view.form) });
  }
}
