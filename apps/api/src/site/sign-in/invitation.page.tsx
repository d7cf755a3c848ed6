import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { AcceptanceBody, Access, InvitationAcceptance, Invitations, type InvitationView as Invitation } from '@yoriai/associations';
import { sessionToken, setSessionCookie } from '@yoriai/identity';
import { parseForm, refuse } from '@yoriai/platform';
import { wardNameIn } from '@yoriai/ui';
import { EMPTY_FORM, PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { signInPath } from '../page/own-path.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { InvitationView } from './invitation-view.js';
import { inOrder } from './order.js';

/** An invitation to an office: read it, take it on. */
@ApiExcludeController()
@Controller('invitation')
@Access('public')
export class InvitationPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly invitations: Invitations,
    private readonly acceptance: InvitationAcceptance,
  ) {}

  @Get(':token')
  async open(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const invitation = (await this.invitations.byToken(token)) ?? refuse('invitation.gone', { status: 410 });
    return this.show(request, reply, invitation, { ...EMPTY_FORM, values: { name: invitation.name ?? '' } });
  }

  /** Takes the office on. A new account is signed in; one that existed signs in by its own way. */
  @Post(':token')
  async accept(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const values = formOf(request);
    const { name, kana, phone } = values;
    const { value, errors } = await parseForm(AcceptanceBody, { name, kana, phone });
    const facts = { userAgent: request.headers['user-agent'], previousToken: sessionToken(request, this.pages.config) };
    const accept = () =>
      this.submissions.once(request, reply, async () => {
        const { session } = await this.acceptance.accept(token, value, facts);
        return session && { token: session.token, expiresAt: session.expiresAt.toISOString() };
      });
    const accepted = errors.length > 0 ? { form: { values, errors: inOrder(errors, ['name', 'kana', 'phone'], values) } } : await orRefusal(accept, PASSING);
    if ('done' in accepted) {
      const session = accepted.done;
      if (!session) return this.pages.seeOther(reply, signInPath('/app'));
      setSessionCookie(reply, this.pages.config, { token: session.token, expiresAt: new Date(session.expiresAt) });
      return this.pages.seeOther(reply, '/app');
    }
    const invitation = (await this.invitations.byToken(token)) ?? refuse('invitation.gone', { status: 410 });
    return this.show(request, reply, invitation, 'form' in accepted ? accepted.form : refusedForm(this.pages.t(request), values, accepted.refused));
  }

  private async show(request: SiteRequest, reply: FastifyReply, invitation: Invitation, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const body = <InvitationView t={t} invitation={invitation} ward={wardNameIn(t, this.pages.config)} action={request.url} token={this.submissions.key(request, reply)} form={form} />;
    await this.pages.send(request, reply, { title: invitation.organisation.name, width: 'narrow', body, ...statusOf(t, form) });
  }
}
