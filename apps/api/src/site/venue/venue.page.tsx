import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access, Actor, CurrentActor } from '@yoriai/associations';
import { NumberRequest, SelfHeadsRequest, SelfReception, WalkInsRequest, type SelfAnswer, type SelfPlace } from '@yoriai/attendance';
import { Refusal, callerOf, parseForm, refuse } from '@yoriai/platform';
import { Guesses } from '../../http/guesses.js';
import { EMPTY_FORM, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Notes, type NotePlace } from '../page/notes.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { ClosedView, ReceivedView, VenueView, receivedTitle } from './venue-view.js';

const pathOf = (code: string): string => `/v/${encodeURIComponent(code)}`;
const noteOf = (code: string): NotePlace => ({ name: 'yoriai_received', path: `${pathOf(code)}/received` });

/**
 * The code on the sheet at the entrance: people receive themselves. Opening it changes nothing. A form's key is the
 * nonce of its act, as at the reception, so that twice is once.
 */
@ApiExcludeController()
@Controller('v/:code')
@Access('public')
export class VenuePage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly self: SelfReception,
    private readonly guesses: Guesses,
    private readonly notes: Notes,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    return this.page(request, reply, code, EMPTY_FORM);
  }

  /** What came of it; without the note of who pressed, the way back. */
  @Get('received')
  async received(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const note = this.notes.read<{ answers: SelfAnswer[] }>(request, noteOf(code));
    if (note === null) return this.pages.seeOther(reply, pathOf(code));
    const t = this.pages.t(request);
    const event = this.pages.titled(request, (await this.self.at(null, code)).event);
    const title = t('site.venue.received', { what: receivedTitle(t, note.answers), event: event.title ?? '' });
    await this.pages.send(request, reply, { title, width: 'narrow', body: <ReceivedView t={t} event={event} answers={note.answers} path={pathOf(code)} /> });
  }

  /** Everything of whoever is signed in. */
  @Post('own')
  @Access('signed-in')
  async receiveOwn(@CurrentActor() actor: Actor, @Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const form = formOf(request);
    const asked = await readable(SelfHeadsRequest, { nonce: form['_key'] });
    return this.told(reply, code, await this.self.receiveOwn(actor, code, { ...asked, heads: headsOf(form) }, callerOf(request)));
  }

  /** A number nobody has is told on the page, and counted as a guess. */
  @Post('number')
  async receiveNumber(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const form = formOf(request);
    const values = { number: form['number'] ?? '', came: form['came'] ?? '' };
    const asked = await readable(NumberRequest, { nonce: form['_key'], number: values.number || '-', came: values.came });
    const act = await orRefusal(() => this.self.receiveNumber(code, asked, callerOf(request)));
    if ('done' in act) return this.told(reply, code, [act.done]);
    if (act.refused.code !== 'attendance.number-unknown') throw act.refused;
    if (values.number.trim() !== '') await this.guesses.hit(request);
    return this.page(request, reply, code, refusedForm(this.pages.t(request), values, act.refused));
  }

  @Post('walk-ins')
  async receiveWalkIns(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('code') code: string): Promise<void> {
    const form = formOf(request);
    const asked = await readable(WalkInsRequest, { nonce: form['_key'], heads: form['heads'] });
    return this.told(reply, code, [await this.self.receiveWalkIns(code, asked, callerOf(request))]);
  }

  private async told(reply: FastifyReply, code: string, answers: readonly SelfAnswer[]): Promise<void> {
    if (answers.length === 0) return this.pages.seeOther(reply, pathOf(code));
    this.notes.leave(reply, noteOf(code), { answers });
    return this.pages.seeOther(reply, `${pathOf(code)}/received`);
  }

  private async page(request: SiteRequest, reply: FastifyReply, code: string, form: FormState): Promise<void> {
    const t = this.pages.t(request);
    const found = await this.self.at(request.actor ?? null, code);
    const place: SelfPlace = { ...found, event: this.pages.titled(request, found.event) };
    const title = t('site.venue.page', { event: place.event.title ?? '' });
    if (place.closed !== null) return this.pages.send(request, reply, { title, width: 'narrow', status: 409, body: <ClosedView t={t} event={place.event} closed={place.closed} /> });
    const keyOf = () => this.submissions.key(request, reply);
    const body = <VenueView t={t} place={place} form={form} path={pathOf(code)} signedIn={Boolean(request.actor)} keyOf={keyOf} />;
    await this.pages.send(request, reply, { title, width: 'narrow', body, ...statusOf(t, form) });
  }
}

/** A form that only a broken client sends otherwise. */
async function readable<T extends object>(type: new () => T, fields: Record<string, unknown>): Promise<T> {
  const { value, errors } = await parseForm(type, fields);
  if (errors.length > 0) throw new Refusal('platform.invalid', { status: 422, fields: errors });
  return value;
}

/** `heads.<id>`: how many of each came. */
function headsOf(form: Readonly<Record<string, string>>): Map<string, number> {
  const told = Object.entries(form).filter(([name]) => name.startsWith('heads.'));
  return new Map(told.map(([name, text]) => [name.slice('heads.'.length), /^[1-9]\d{0,3}$/.test(text) ? Number(text) : refuse('platform.invalid', { status: 422 })]));
}
