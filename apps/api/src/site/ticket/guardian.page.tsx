import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Applications, GuardianAddress, GuardianAddresses, type TicketAnswer } from '@yoriai/events';
import { parseForm } from '@yoriai/platform';
import { BackLink, Button, HiddenFields, PhoneLink, TextInput, dateTime } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import { FormTop } from '../page/form-top.js';
import { EMPTY_FORM, PASSING, errorOf, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { canAskAgain } from './guardian-view.js';

/** 保護者のメールを直す: the holder of a ticket puts right where the guardian is asked, and the letter goes once more. */
@ApiExcludeController()
@Controller('t/:token/guardian')
@Access('public')
export class GuardianPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly applications: Applications,
    private readonly addresses: GuardianAddresses,
  ) {}

  @Get()
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const ticket = await this.applications.ticket(token);
    // Where nobody is asked any more the ticket says how things are.
    if (!canAskAgain(ticket)) return this.pages.seeOther(reply, pathOf(token));
    return this.show(request, reply, token, ticket, EMPTY_FORM);
  }

  @Post()
  async change(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const ticket = await this.applications.ticket(token);
    const values = { email: (formOf(request)['email'] ?? '').trim() };
    const { value, errors } = await parseForm(GuardianAddress, values);
    if (errors.length > 0) return this.show(request, reply, token, ticket, { values, errors });
    const asked = await orRefusal(() => this.submissions.once(request, reply, () => this.addresses.askAt(token, value.email)), PASSING);
    if ('refused' in asked) return this.show(request, reply, token, ticket, refusedForm(this.pages.t(request), values, asked.refused));
    return this.pages.seeOther(reply, `${pathOf(token)}?said=guardian-asked`);
  }

  private async show(request: SiteRequest, reply: FastifyReply, token: string, ticket: TicketAnswer, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const event = this.pages.titled(request, ticket.event);
    const [sentTo, until] = [ticket.guardian?.sentTo ?? '', ticket.guardian?.releaseAt ?? null];
    const body = (
      <>
        <BackLink t={t} href={pathOf(token)} />
        <AboutEvent t={t} event={{ title: event.title ?? '', startsAt: event.startsAt ?? '', endsAt: event.endsAt ?? '' }} />
        <FormTop t={t} form={form} />
        <h1>{t('site.guardian.title')}</h1>
        {sentTo === '' ? null : <p>{t('site.guardian.sent', { address: sentTo })}</p>}
        <p className="mt2">{t('site.guardian.text')}</p>
        {until === null ? null : <p className="mt2">{t('site.guardian.until', { when: dateTime(t, until) })}</p>}
        <form method="post" action={`${pathOf(token)}/guardian`} noValidate className="mt5">
          <HiddenFields values={{ _key: this.submissions.key(request, reply) }} />
          <TextInput t={t} name="email" type="email" inputMode="email" autoComplete="off" label={t('site.apply.guardian.email')} hint={t('site.guardian.hint')} defaultValue={form.values['email']} error={errorOf(t, form, 'email')} />
          <div className="btns col mt6">
            <Button wide>{t('site.guardian.send')}</Button>
          </div>
        </form>
        <p className="sub mt5">{t('site.guardian.no-mail')}</p>
        <PhoneLink number={event.contactPhone ?? this.pages.config.officePhone} small />
      </>
    );
    await this.pages.send(request, reply, { title: t('site.guardian.page', { event: event.title ?? '' }), width: 'narrow', body, ...statusOf(t, form) });
  }
}

const pathOf = (token: string): string => `/t/${encodeURIComponent(token)}`;
