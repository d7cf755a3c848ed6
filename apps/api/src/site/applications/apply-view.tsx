import type { ReactElement } from 'react';
import type { AssignmentResponse } from '@yoriai/rosters';
import { BackLink, Banner, Button, Checkbox, HiddenFields, LinkButton, Motif, PaperBox, Phrases, Steps, TextInput, agesWords, answersByWords, dateTime, gapIn, reasonIn, type Translate } from '@yoriai/ui';
import { ApplyBox } from '../events/apply-box.js';
import { JustCome } from '../events/just-come.js';
import { eventPath, inList, type ListingQuery } from '../events/listing-query.js';
import type { ListedEvent, ShownEvent } from '../events/shown-event.js';
import { choiceOf, isTooLateToAsk, lotteryOf, placesOf, queueOf, standingOf, takingFrames, type PublicFrameFacts } from '../events/standing.js';
import { DutiesThen } from '../page/at-that-time.js';
import { Either } from '../page/either.js';
import { errorOf, type FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { When } from '../page/when.js';
import { asksAges, asksNames, isGroups, mostHeads } from './application-form.js';
import { Places } from './apply-places.js';
import { OfSeat, alike } from './seat.js';
import { AskedBoxes, asksMore } from './asked.js';
import { Born } from './born.js';
import { PhotosBox } from './photos.js';
import { Guardian, asksGuardian, isForChildren } from './guardian.js';
import { Companions } from './companions.js';

export interface ApplyViewProps {
  readonly t: Translate;
  readonly event: ShownEvent;
  readonly form: FormState;
  readonly now: Date;
  /** Makes a second press of the same button the same application. */
  readonly formKey: string;
  /** Where the event was found. */
  readonly list: ListingQuery;
  /** Their own, at the hours of the event. */
  readonly duties: readonly AssignmentResponse[];
  /** The box that 「直す」 led to. */
  readonly focus?: string;
  readonly officePhone: string;
}

/** Which event this form is about. */
export function AboutEvent({
  t,
  event,
  href,
}: {
  readonly t: Translate;
  readonly event: Pick<ListedEvent, 'title' | 'startsAt' | 'endsAt'> & { readonly field?: string | null };
  /** The event's own page, where this one does not stand on it. */
  readonly href?: string;
}): ReactElement {
  return (
    <div className="mini">
      {event.field === undefined ? null : <Motif field={event.field ?? 'fukushi'} size="s" />}
      <p>
        <b>{href === undefined ? <Phrases text={event.title} /> : <a href={href}>{event.title}</a>}</b>
        <br />
        <span className="num">
          <When t={t} startsAt={event.startsAt} endsAt={event.endsAt} />
        </span>
      </p>
    </div>
  );
}

/**
 * The form: which places, how many, who, how to reach them. One press sends it; who would rather look it
 * over first can. Where all places are taken the page says so, and `_knows` says that it did.
 */
export function ApplyView({ t, event, form, now, formKey, list, duties, focus, officePhone }: ApplyViewProps): ReactElement {
  const full = standingOf(event, now) === 'full';
  const lottery = lotteryOf(event.frames);
  const choice = choiceOf(event.frames);
  return (
    <>
      <BackLink t={t} href={eventPath(event.slug, list)} />
      <AboutEvent t={t} event={event} />
      <FormTop t={t} form={form} />
      <h1>{t(full ? 'site.apply.title.waitlist' : 'site.apply.title')}</h1>
      <Steps t={t} at={0} steps={[t('site.apply.step.write'), t('site.apply.step.done')]} />
      <DutiesThen t={t} duties={duties} />
      {full ? <Queue t={t} event={event} now={now} /> : null}
      {lottery?.closesAt ? (
        <Banner kind="info" className="mb5" title={t('site.event.lottery.title', { capacity: lottery.capacity })}>
          <p>{t('site.event.lottery.text', { when: dateTime(t, lottery.closesAt) })}</p>
        </Banner>
      ) : null}
      {choice === null ? null : (
        <Banner kind="info" className="mb5" title={t('site.event.chosen.title', { capacity: choice.capacity })}>
          <p>
            {t('site.event.chosen.text')}
            {gapIn(t)}
            {answersByWords(t, choice.answersBy, now)}
          </p>
        </Banner>
      )}
      <JustCome t={t} frames={event.frames} className="mb5" />
      <form method="post" action={`/events/${event.slug}/applications${inList(list)}`} noValidate>
        <HiddenFields values={{ _key: formKey, _knows: full ? 'waitlist' : undefined }} />
        <Places t={t} event={event} form={form} now={now} focus={focus} />
        <Person t={t} form={form} focus={focus} event={event} now={now} />
        <Guardian t={t} form={form} frames={takingFrames(event, now)} kept={!full && lottery === null} phone={event.contactPhone ?? officePhone} slug={event.slug} />
        <Others t={t} event={event} form={form} now={now} notAll={full || lottery !== null} />
        <div className="mt6">
          <PaperBox id="privacy" title={t('site.apply.privacy')}>
            <p>
              {t('site.apply.privacy.text', { host: event.organisation.name })}
              <a href="/privacy">{t('site.apply.privacy.link')}</a>
            </p>
          </PaperBox>
        </div>
        <div className="btns col mt6">
          <Button wide>{t(full ? 'site.check.go-waitlist' : 'site.check.go')}</Button>
          <Button kind="outline" wide formAction={`/events/${event.slug}/apply/check${inList(list)}`}>
            {t('site.apply.look')}
          </Button>
        </div>
        <p className="sub mt3">{t('site.check.later')}</p>
      </form>
    </>
  );
}

/** That one will wait, behind how many, and how the queue is served; or that nobody is asked any more. */
function Queue({ t, event, now }: Pick<ApplyViewProps, 't' | 'event' | 'now'>): ReactElement {
  const { waiting } = placesOf(event.frames);
  const late = isTooLateToAsk(event, now);
  const served = waiting > 0 ? t('site.apply.waitlist.length', { count: waiting }) : t('site.apply.waitlist.first');
  return (
    <Banner kind="wait" className="mb5" title={t('site.apply.waitlist')}>
      <p>{late ? t('site.event.full.late') : served}</p>
      {late ? null : <p>{t(`site.event.queue.${queueOf(event.frames)}`)}</p>}
    </Banner>
  );
}

interface PartProps {
  readonly t: Translate;
  readonly form: FormState;
  readonly focus?: string | undefined;
}

/** Who comes along, where the host asks for names; and where not all may find a place, whether a part of them may come. */
function Others({ t, event, form, now, notAll }: PartProps & { readonly event: ShownEvent; readonly now: Date; readonly notAll: boolean }): ReactElement {
  const frames = takingFrames(event, now);
  const named = frames.filter(asksNames);
  const most = Math.max(1, ...frames.map(mostHeads));
  return (
    <>
      <OfSeat frames={frames} of={named}>
        <section aria-labelledby="companions" className="mt6">
          <h2 id="companions" className="fs-20">
            {t('site.apply.companions')}
          </h2>
          <p className="hint">{t('site.apply.companions.hint', { host: event.organisation.name })}</p>
          <Companions t={t} form={form} most={Math.max(...named.map(mostHeads)) - 1} ages={named.some(asksAges)} />
        </section>
      </OfSeat>
      <Questions t={t} form={form} host={event.organisation.name} frames={frames} />
      <PhotosBox t={t} form={form} host={event.organisation.name} frames={frames} />
      {notAll && most > 1 ? (
        <div className="mt5">
          <Checkbox name="partIsFine" value="on" label={t('site.apply.part')} defaultChecked={form.values['partIsFine'] === 'on'} />
        </div>
      ) : null}
    </>
  );
}

/** What the host asks of each seat; the same question of several stands once. */
function Questions({ t, form, host, frames }: Omit<PartProps, 'focus'> & { readonly host: string; readonly frames: readonly PublicFrameFacts[] }): ReactElement {
  const needing = frames.filter(({ asks }) => asks.needs.length > 0);
  const questions = new Map(frames.flatMap(({ asks }) => asks.questions.map((question) => [question.key, question] as const)));
  return (
    <OfSeat frames={frames} of={frames.filter(({ asks }) => asksMore(asks))}>
      <section aria-labelledby="asks" className="mt6">
        <h2 id="asks" className="fs-20">
          {t('site.apply.asks')}
        </h2>
        <p className="hint">{t('site.apply.asks.why', { host })}</p>
        {[...questions].map(([key, question]) => (
          <OfSeat key={key} frames={frames} of={frames.filter(({ asks }) => asks.questions.some((each) => each.key === key))}>
            <AskedBoxes t={t} form={form} asked={{ questions: [question], needs: [] }} />
          </OfSeat>
        ))}
        <OfSeat frames={frames} of={needing}>
          <AskedBoxes t={t} form={form} asked={{ questions: [], needs: needing.flatMap(({ asks }) => asks.needs) }} />
        </OfSeat>
      </section>
    </OfSeat>
  );
}

/** Whose name is asked for: of who speaks for a group, of the child, or of who comes. */
type Whose = 'group' | 'child' | 'comer' | 'own';

const whoseName = (frame: PublicFrameFacts): Whose => (isGroups(frame) ? 'group' : isForChildren(frame) ? 'child' : asksGuardian(frame) ? 'comer' : 'own');
const NAMES = { group: 'asks.group.speaker', child: 'site.apply.name.child', comer: 'site.apply.name', own: 'site.apply.name' } as const;
const NAME_HINTS = { group: 'site.apply.name.group.hint', child: 'site.apply.name.child.hint', comer: 'site.apply.name.comer.hint', own: null } as const;

function Person({ t, form, focus, event, now }: PartProps & { readonly event: ShownEvent; readonly now: Date }): ReactElement {
  const taking = takingFrames(event, now);
  const aged = taking.filter(asksAges);
  const whose = alike(taking, whoseName);
  const hints = whose.filter(([kind]) => NAME_HINTS[kind] !== null);
  const perSeat = (kinds: typeof whose, words: (kind: Whose) => string) => kinds.map(([kind, of]) => <OfSeat key={kind} frames={taking} of={of} inline>{words(kind)}</OfSeat>);
  const box = (name: string) => ({ t, name, defaultValue: form.values[name], error: errorOf(t, form, name), autoFocus: focus === name });
  return (
    <>
      <TextInput {...box('name')} autoComplete={whose.every(([kind]) => kind === 'child') ? 'off' : 'name'} label={perSeat(whose, (kind) => t(NAMES[kind]))} {...(hints.length > 0 && { hint: perSeat(hints, (kind) => t(NAME_HINTS[kind] ?? 'site.apply.name')) })} />
      <TextInput {...box('kana')} autoComplete="off" label={t('site.apply.kana')} hint={t('site.apply.kana.hint')} />
      {aged.length === 0 ? null : (
        <OfSeat frames={taking} of={aged}>
          <BornOf t={t} form={form} event={event} aged={aged} />
        </OfSeat>
      )}
      <Either t={t} legend={t('site.apply.contact')} hint={{ id: 'either-hint', text: t('site.apply.contact.hint') }}>
        <TextInput {...box('phone')} need="silent" type="tel" inputMode="tel" autoComplete="tel" width="mid" label={t('site.apply.phone')} hint={t('site.apply.phone.hint')} />
        <TextInput {...box('email')} need="silent" type="email" inputMode="email" autoComplete="email" label={t('site.apply.email')} hint={t('site.apply.email.hint')} />
      </Either>
    </>
  );
}

/** The applicant's birth date, and why it is asked. */
function BornOf({ t, form, event, aged }: PartProps & { readonly event: ShownEvent; readonly aged: readonly PublicFrameFacts[] }): ReactElement {
  const ages = aged.map(({ asks }) => agesWords(t, asks.ages!)).join('・');
  const why = t('site.apply.born.why', { host: event.organisation.name, ages });
  return <Born t={t} form={form} name="born" label={t(aged.every(isForChildren) ? 'site.apply.born.child' : 'asks.born')} hint={aged.some(asksNames) ? `${why} ${t('site.apply.born.carers')}` : why} />;
}

/** In place of the form when nobody can apply now. */
export function ClosedView({ t, event, list, now, refused }: Pick<ApplyViewProps, 't' | 'event' | 'list' | 'now'> & { readonly refused?: string | undefined }): ReactElement {
  const standing = standingOf(event, now);
  return (
    <>
      <BackLink t={t} href={eventPath(event.slug, list)} />
      <AboutEvent t={t} event={event} />
      <h1 className="mb5">{t('site.apply.title')}</h1>
      {refused === undefined ? null : <Banner kind="bad" role="alert" className="mb5" title={refused} />}
      {standing === 'cancelled' ? (
        <Banner kind="cancelled" title={t('site.event.cancelled.title')}>
          {event.banner === null ? null : <p>{t('site.event.cancelled.reason', { reason: reasonIn(t, event.banner.reason) })}</p>}
          <p>{t('site.event.cancelled.text')}</p>
        </Banner>
      ) : (
        <ApplyBox t={t} event={event} list={list} now={now} />
      )}
      <div className="btns col mt5">
        <LinkButton href="/events" wide>
          {t('site.error.way.events')}
        </LinkButton>
        <LinkButton href={`/events/${event.slug}`} kind="outline" wide>
          {t('site.ticket.event')}
        </LinkButton>
      </div>
    </>
  );
}
