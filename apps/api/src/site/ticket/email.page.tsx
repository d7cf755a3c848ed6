import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { EmailChanges, type EmailAsked } from '@yoriai/events';
import { Banner, Button, HiddenFields, dateTime, type Translate } from '@yoriai/ui';
import { AboutEvent } from '../applications/apply-view.js';
import { FormTop } from '../page/form-top.js';
import { EMPTY_FORM, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions } from '../page/submissions.js';

/** この宛先でよいか, by the link that was sent there. Opening it changes nothing: mail scanners and previews open links too. */
@ApiExcludeController()
@Controller('m/:token')
@Access('public')
export class EmailPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly changes: EmailChanges,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.page(request, reply, token, EMPTY_FORM);
  }

  @Post()
  async confirm(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    // A wrong link is unknown before anything is kept of the form.
    await this.changes.byToken(token);
    const confirmed = await orRefusal(() => this.submissions.once(request, reply, () => this.changes.confirm(token)));
    if ('refused' in confirmed) return this.page(request, reply, token, refusedForm(this.pages.t(request), {}, confirmed.refused));
    return this.pages.seeOther(reply, `/m/${encodeURIComponent(token)}`);
  }

  private async page(request: SiteRequest, reply: FastifyReply, token: string, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const found = await this.changes.byToken(token);
    const asked = { ...found, event: this.pages.titled(request, found.event) };
    const { title, startsAt, endsAt } = asked.event;
    const body = (
      <>
        <AboutEvent t={t} event={{ title: title ?? '', startsAt: startsAt ?? '', endsAt: endsAt ?? '' }} />
        <FormTop t={t} form={form} />
        {asked.state === 'asked' ? (
          <>
            <h1>{t('amend.mail.title')}</h1>
            <p>{t('amend.mail.text', { email: asked.email ?? '' })}</p>
            <form method="post" action={`/m/${encodeURIComponent(token)}`} className="mt5">
              <HiddenFields values={{ _key: this.submissions.key(request, reply) }} />
              <Button wide>{t('amend.mail.yes')}</Button>
            </form>
            <p className="sub mt4">{t('amend.mail.until', { when: dateTime(t, asked.until) })}</p>
          </>
        ) : (
          <Settled t={t} asked={asked} />
        )}
      </>
    );
    await this.pages.send(request, reply, { title: t('amend.mail.page', { event: title ?? '' }), width: 'narrow', body, ...statusOf(t, form) });
  }
}

/** That it is theirs now, or that the link is over. */
function Settled({ t, asked: { state } }: { readonly t: Translate; readonly asked: EmailAsked }) {
  const done = state === 'done';
  return (
    <>
      <h1 className="mb5">{t('amend.mail.title')}</h1>
      <Banner kind={done ? 'good' : 'info'} role="status" title={t(done ? 'amend.mail.done' : 'amend.mail.over')}>
        <p>{t(done ? 'amend.mail.done.text' : 'amend.mail.over.text')}</p>
      </Banner>
    </>
  );
}
