import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ReactElement } from 'react';
import { Access } from '@yoriai/associations';
import { SignUps } from '@yoriai/events';
import { normaliseEmail, normalisePhone } from '@yoriai/identity';
import { callerOf } from '@yoriai/platform';
import { BackLink, Button, Icon, HiddenFields, LinkButton, PhoneLink, TextInput, type Translate } from '@yoriai/ui';
import { EMPTY_FORM, PASSING, errorOf, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';

/** 申込番号をなくした: always the same answer, so nobody learns who takes part. */
@ApiExcludeController()
@Controller('lost-ticket')
@Access('public')
export class LostTicketPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly signUps: SignUps,
  ) {}

  @Get()
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    return this.show(request, reply, EMPTY_FORM);
  }

  @Post()
  async resend(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const { contact = '' } = formOf(request);
    if (!normaliseEmail(contact).ok && !normalisePhone(contact).ok) {
      return this.show(request, reply, { values: { contact }, errors: [{ field: 'contact', code: 'site.contact-unreadable' }] });
    }
    const asked = await orRefusal(() => this.submissions.once(request, reply, () => this.signUps.resend(contact, callerOf(request))), PASSING);
    if ('refused' in asked) return this.show(request, reply, refusedForm(this.pages.t(request), { contact }, asked.refused));
    return this.pages.seeOther(reply, '/lost-ticket/sent');
  }

  @Get('sent')
  async sent(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const t = this.pages.t(request);
    const { config } = this.pages;
    await this.pages.send(request, reply, { title: t('site.lost.sent.title'), width: 'narrow', body: <SentView t={t} phone={config.officePhone} /> });
  }

  private async show(request: SiteRequest, reply: FastifyReply, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const body = <LostView t={t} form={form} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('site.lost.title'), width: 'narrow', body, ...statusOf(t, form) });
  }
}

function LostView({ t, form, formKey }: { readonly t: Translate; readonly form: FormState; readonly formKey: string }): ReactElement {
  return (
    <>
      <BackLink t={t} href="/contact" />
      <FormTop t={t} form={form} />
      <h1>{t('site.lost.title')}</h1>
      <p className="mt3">{t('site.lost.lead')}</p>
      <form method="post" action="/lost-ticket" className="mt5" noValidate>
        <HiddenFields values={{ _key: formKey }} />
        <TextInput
          t={t}
          name="contact"
          autoComplete="email"
          need="silent"
          label={t('site.lost.contact')}
          hint={t('site.lost.contact.hint')}
          defaultValue={form.values['contact']}
          error={errorOf(t, form, 'contact')}
        />
        <div className="mt6">
          <Button wide>{t('site.lost.go')}</Button>
        </div>
      </form>
    </>
  );
}

function SentView({ t, phone }: { readonly t: Translate; readonly phone: string }): ReactElement {
  return (
    <>
      <div className="done" role="status">
        <Icon name="send" />
        <h1>{t('site.lost.sent.title')}</h1>
        <p className="mt3">{t('site.lost.sent.text')}</p>
      </div>
      <section className="paper mt5" aria-labelledby="call">
        <h2 id="call" className="fs-20">
          {t('site.ticket.trouble')}
        </h2>
        <p className="mt2">{t('site.lost.sent.phone')}</p>
        <PhoneLink number={phone} />
      </section>
      <div className="mt5">
        <LinkButton href="/events" kind="outline" wide>
          {t('site.error.way.events')}
        </LinkButton>
      </div>
    </>
  );
}
