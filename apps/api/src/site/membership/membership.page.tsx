import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, MembershipAsking, MembershipWish, Organisations, type JoinableOrganisation } from '@yoriai/associations';
import { Db, callerOf, parseForm } from '@yoriai/platform';
import { languageOf } from '../../http/language.js';
import { EMPTY_FORM, PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { MembershipFormView, MembershipTicketView } from './membership-views.js';

const FIELDS = ['organisation', 'contactName', 'phone', 'email', 'note'] as const;
/** As people type it: words stay as they are, numbers and addresses do not. */
const WORDS: readonly string[] = ['contactName', 'note'];

/** 加入の相談: asking to join a neighbourhood association, and from then on the page of that. Opening either changes nothing. */
@ApiExcludeController()
@Controller()
@Access('public')
export class MembershipPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly asking: MembershipAsking,
    private readonly organisations: Organisations,
    private readonly db: Db,
  ) {}

  /** `organisation`: which one is chosen already; `area`: those of an area alone. Unknown ones are left out. */
  @Get('join')
  async form(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Query('organisation') organisation: unknown, @Query('area') area: unknown): Promise<void> {
    const choices = await this.asking.choices();
    const chosen = choices.find(({ slug }) => slug === organisation);
    const form = chosen ? { ...EMPTY_FORM, values: { organisation: chosen.slug } } : EMPTY_FORM;
    return this.show(request, reply, { choices, area: chosen?.areaSlug ?? area, form });
  }

  @Post('join')
  async ask(@Req() request: SiteRequest, @Res() reply: FastifyReply): Promise<void> {
    const { value, ...form } = await readWish(request);
    const choices = await this.asking.choices();
    const area = choices.find(({ slug }) => slug === form.values['organisation'])?.areaSlug;
    if (form.errors.length > 0) return this.show(request, reply, { choices, area, form });
    const work = () => this.asking.ask(value, { language: languageOf(request), from: callerOf(request) });
    const asked = await orRefusal(() => this.submissions.once(request, reply, work), PASSING);
    if ('refused' in asked) return this.show(request, reply, { choices, area, form: refusedForm(this.pages.t(request), form.values, asked.refused) });
    return this.pages.seeOther(reply, `/n/${asked.done}`);
  }

  @Get('n/:token')
  async ticket(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    return this.showTicket(request, reply, { token, form: EMPTY_FORM });
  }

  @Post('n/:token/withdrawal')
  async withdraw(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const withdrawn = await orRefusal(() => this.submissions.once(request, reply, () => this.asking.withdraw(token)));
    if ('refused' in withdrawn) return this.showTicket(request, reply, { token, form: refusedForm(this.pages.t(request), {}, withdrawn.refused) });
    return this.pages.seeOther(reply, `/n/${encodeURIComponent(token)}`);
  }

  private async show(request: SiteRequest, reply: FastifyReply, { choices, area, form }: { choices: readonly JoinableOrganisation[]; area: unknown; form: FormState }): Promise<void> {
    const t = this.pages.t(request);
    const here = choices.filter(({ areaSlug }) => areaSlug === area);
    const back = here.length > 0 ? `/areas/${here[0]!.areaSlug}` : '/areas';
    const body = <MembershipFormView t={t} choices={here.length > 0 ? here : choices} back={{ href: back, label: t(here.length > 0 ? 'site.area.side' : 'site.home.areas') }} phone={this.pages.config.officePhone} form={form} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: t('membership.title'), width: 'narrow', body, ...statusOf(t, form) });
  }

  private async showTicket(request: SiteRequest, reply: FastifyReply, { token, form }: { token: string; form: FormState }): Promise<void> {
    const t = this.pages.t(request);
    const asked = await this.asking.byToken(token);
    const { name } = await this.db.read((tx) => this.organisations.byId(tx, asked.organisationId));
    const title = t('membership.ticket', { name });
    const body = <MembershipTicketView t={t} request={asked} title={title} form={form} token={token} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title, width: 'narrow', body, ...statusOf(t, form) });
  }
}

/** The form as it was typed, what it means, and what can't be taken. */
async function readWish(request: SiteRequest): Promise<FormState & { value: MembershipWish }> {
  const form = formOf(request);
  const values = Object.fromEntries(FIELDS.map((field) => [field, (form[field] ?? '').normalize(WORDS.includes(field) ? 'NFC' : 'NFKC').trim()]));
  const { value, errors } = await parseForm(MembershipWish, values);
  // What is said of two boxes together is found with the rest, not by a second try.
  const unreachable = !values['phone'] && !values['email'] ? [{ field: 'phone', code: 'membership.contact-missing' }] : [];
  return { values, value, errors: FIELDS.flatMap((field) => [...errors, ...unreachable].filter((error) => error.field === field)) };
}
