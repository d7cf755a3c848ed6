import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Access } from '@yoriai/associations';
import { Judging, type JudgingDesk } from '@yoriai/events';
import { refuse } from '@yoriai/platform';
import { EventReader } from '../events/event-reader.js';
import { PASSING, orRefusal, refusedForm, statusOf, type FormState } from '../page/form.js';
import { Pages } from '../page/pages.js';
import type { SiteRequest } from '../page/site-request.js';
import { Submissions, formOf } from '../page/submissions.js';
import { JudgingSheetView, JudgingView } from './judging-view.js';

/** 審査: a judge by their link, on their own phone, without an account. Opening it changes nothing. */
@ApiExcludeController()
@Controller('j/:token')
@Access('public')
export class JudgingPage {
  constructor(
    private readonly pages: Pages,
    private readonly submissions: Submissions,
    private readonly judging: Judging,
    private readonly events: EventReader,
  ) {}

  @Get()
  async show(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string, @Query() asked: Record<string, unknown>): Promise<void> {
    const desk = await this.judging.desk(token);
    const number = numberIn(asked['n']);
    const saved = savedIn(desk, asked['saved']);
    if (number !== null) return this.sheet(request, reply, { token, desk, number, saved, form: { values: valuesOf(entryOf(desk, number)?.points ?? []), errors: [] } });
    const t = this.pages.t(request);
    const body = <JudgingView t={t} desk={desk} path={pathOf(token)} earlier={await this.events.earlier(desk.event.id)} saved={saved} />;
    await this.pages.send(request, reply, { title: t('contest.judging', { event: desk.title }), width: 'narrow', body });
  }

  /** Keeps the sheet and goes on to the next number of the division that has none yet. */
  @Post('sheets')
  async write(@Req() request: SiteRequest, @Res() reply: FastifyReply, @Param('token') token: string): Promise<void> {
    const desk = await this.judging.desk(token);
    const form = formOf(request);
    const number = numberIn(form['number']) ?? refuse('contest.entry-unknown', { status: 404 });
    const values = Object.fromEntries(desk.criteria.map((_, index) => [`c${index}`, (form[`c${index}`] ?? '').normalize('NFKC').trim()]));
    const points = desk.criteria.map((_, index) => numberIn(values[`c${index}`]));
    const errors = points.flatMap((point, index) => (point === null || point > desk.scale ? [{ field: `c${index}`, code: 'contest.point', params: { criterion: desk.criteria[index]! } }] : []));
    if (errors.length > 0) return this.sheet(request, reply, { token, desk, number, saved: null, form: { values, errors } });
    const written = await orRefusal(() => this.submissions.once(request, reply, () => this.judging.write(token, number, points.flatMap((point) => point ?? []))), PASSING);
    if ('refused' in written) return this.sheet(request, reply, { token, desk: await this.judging.desk(token), number, saved: null, form: refusedForm(this.pages.t(request), values, written.refused) });
    const next = nextOf(desk, number);
    return this.pages.seeOther(reply, `${pathOf(token)}?${next === null ? '' : `n=${next}&`}saved=${number}`);
  }

  private async sheet(request: SiteRequest, reply: FastifyReply, { token, desk, number, saved, form }: { token: string; desk: JudgingDesk; number: number; saved: number | null; form: FormState }): Promise<void> {
    const t = this.pages.t(request);
    const division = desk.divisions.find(({ entries }) => entries.some((entry) => entry.number === number)) ?? refuse('contest.entry-unknown', { status: 404 });
    const body = <JudgingSheetView t={t} desk={desk} path={pathOf(token)} number={number} division={division.name} saved={saved} form={form} formKey={this.submissions.key(request, reply)} />;
    await this.pages.send(request, reply, { title: `${t('contest.number', { number })} ${t('contest.judging', { event: desk.title })}`, width: 'narrow', body, ...statusOf(t, form) });
  }
}

const pathOf = (token: string): string => `/j/${encodeURIComponent(token)}`;

const numberIn = (text: unknown): number | null => (typeof text === 'string' && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null);

const valuesOf = (points: readonly number[]): Record<string, string> => Object.fromEntries(points.map((point, index) => [`c${index}`, String(point)]));

const entryOf = ({ divisions }: JudgingDesk, number: number): JudgingDesk['divisions'][number]['entries'][number] | undefined => divisions.flatMap(({ entries }) => entries).find((entry) => entry.number === number);

/** What an address says was just written, where this judge has written it. */
function savedIn(desk: JudgingDesk, said: unknown): number | null {
  const number = numberIn(said);
  return number !== null && (entryOf(desk, number)?.points ?? null) !== null ? number : null;
}

/** The next number of its division without a sheet, those before it last; null when all have one. */
function nextOf({ divisions }: JudgingDesk, number: number): number | null {
  const open = (divisions.find(({ entries }) => entries.some((entry) => entry.number === number))?.entries ?? []).filter((entry) => entry.points === null && entry.number !== number);
  return (open.find((entry) => entry.number > number) ?? open[0])?.number ?? null;
}
