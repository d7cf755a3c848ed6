import type { ReactElement, ReactNode } from 'react';
import { MOST_WALK_INS, type SelfAnswer, type SelfLine, type SelfPlace } from '@yoriai/attendance';
import { jstDate } from '@yoriai/platform';
import { Button, HiddenFields, Icon, LinkButton, MoreLink, NativeSelect, TextInput, dateTime, hostLang, refusalText, type IconName, type TextKey, type Translate } from '@yoriai/ui';
import { FormTop } from '../page/form-top.js';
import { errorOf, type FormState } from '../page/form.js';
import { When } from '../page/when.js';

export interface VenueProps {
  readonly t: Translate;
  readonly place: SelfPlace;
  readonly form: FormState;
  /** `/v/k7m2xp-9r4tqa`. */
  readonly path: string;
  readonly signedIn: boolean;
  /** A key for each form. */
  readonly keyOf: () => string;
}

/** 受付しますか: what is one's own with one button, a number to type, or just how many came. */
export function VenueView(props: VenueProps): ReactElement {
  const { t, place, form } = props;
  const parts = place.applied ? [<ByNumber key="number" {...props} />, <WalkIns key="walk-ins" {...props} />] : [<WalkIns key="walk-ins" {...props} />, <ByNumber key="number" {...props} />];
  return (
    <>
      <FormTop t={t} form={form} />
      <h1>{t('site.venue.title')}</h1>
      <EventNamed t={t} event={place.event} />
      {place.lines.length === 0 ? null : <Own {...props} />}
      {parts}
      <p className="mt6">{t('site.venue.help')}</p>
    </>
  );
}

/** Which event it is, when and where. */
function EventNamed({ t, event }: { readonly t: Translate; readonly event: SelfPlace['event'] }): ReactElement {
  const { title, startsAt, endsAt, placeName } = event;
  return (
    <p className="mt3">
      <b lang={hostLang(t)}>{title}</b>
      <br />
      <span className="num">{startsAt === null ? null : <When t={t} startsAt={startsAt} endsAt={endsAt} />}</span>
      {placeName === null ? null : (
        <>
          <br />
          <span lang={hostLang(t)}>{placeName}</span>
        </>
      )}
    </p>
  );
}

/** On any other day, or once it is off: which event it is, when one may, and the way to its page. */
export function ClosedView({ t, event, closed }: { readonly t: Translate; readonly event: SelfPlace['event']; readonly closed: NonNullable<SelfPlace['closed']> }): ReactElement {
  const why = refusalText(t, closed, { day: event.startsAt ? jstDate(event.startsAt) : '' });
  return (
    <>
      <h1>{t(closed === 'attendance.self-not-yet' ? 'site.venue.not-yet' : 'site.venue.closed')}</h1>
      <EventNamed t={t} event={event} />
      <p className="mt4">{why}</p>
      <div className="btns col mt5">
        <LinkButton href={`/events/${event.slug}`} kind="outline" wide>
          {t('site.venue.event')}
        </LinkButton>
      </div>
    </>
  );
}

/** Oneself and who comes along: one button for all that is not there yet. */
function Own({ t, place, path, keyOf }: VenueProps): ReactElement {
  const waiting = place.lines.filter(({ presentAt }) => presentAt === null);
  const lines = place.lines.map((line) => <OwnLine key={line.id} t={t} line={line} />);
  return (
    <section className="first mt5" aria-labelledby="own">
      <h2 id="own">{t('site.venue.own', { name: place.lines[0]?.name ?? '' })}</h2>
      {waiting.length === 0 ? (
        lines
      ) : (
        <form method="post" action={`${path}/own`}>
          <HiddenFields values={{ _key: keyOf() }} />
          {lines}
          <div className="mt4">
            <Button size="answer" wide>
              {t('site.venue.go')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}

function OwnLine({ t, line }: { readonly t: Translate; readonly line: SelfLine }): ReactElement {
  const { id, duty, companions, heads, presentAt } = line;
  return (
    <div className="mt3">
      <p>
        {duty === null ? t('site.venue.group', { count: heads }) : t('site.venue.duty', { duty })}
        {companions.length === 0 ? null : (
          <>
            <br />
            {t('site.venue.with', { names: companions.join('、') })}
          </>
        )}
      </p>
      {presentAt === null ? null : (
        <p>
          <Icon name="tick-circle" small className="inl" />
          {t('site.venue.since', { when: dateTime(t, presentAt) })}
        </p>
      )}
      {presentAt === null && heads > 1 ? <Heads t={t} name={`heads.${id}`} label={t('site.venue.heads', { of: t('site.venue.group', { count: heads }) })} most={heads} chosen={heads} /> : null}
    </div>
  );
}

const countsTo = (most: number): string[] => Array.from({ length: most }, (_, index) => String(index + 1));

function Heads({ t, name, label, most, chosen }: { readonly t: Translate; readonly name: string; readonly label: string; readonly most: number; readonly chosen: number }): ReactElement {
  return <NativeSelect t={t} name={name} width="short" need="silent" label={label} defaultValue={String(chosen)} choices={countsTo(most).map((count) => ({ value: count, label: t('site.apply.heads.count', { count: Number(count) }) }))} />;
}

function ByNumber({ t, place, form, path, signedIn, keyOf }: VenueProps): ReactElement {
  return (
    <section className="sec2" aria-labelledby="by-number">
      <h2 id="by-number">{t('site.venue.number.title')}</h2>
      <form method="post" action={`${path}/number`} noValidate>
        <HiddenFields values={{ _key: keyOf() }} />
        <TextInput
          t={t}
          name="number"
          autoComplete="off"
          width="short"
          need="silent"
          label={t('site.venue.number')}
          hint={t('site.venue.number.hint')}
          defaultValue={form.values['number']}
          error={errorOf(t, form, 'number')}
        />
        <NativeSelect
          t={t}
          name="came"
          need="silent"
          label={t('site.venue.number.heads')}
          defaultValue={form.values['came'] ?? ''}
          choices={[{ value: '', label: t('site.venue.number.all') }, ...countsTo(MOST_WALK_INS).map((count) => ({ value: count, label: t('site.apply.heads.count', { count: Number(count) }) }))]}
        />
        <div className="mt4">
          <Button kind={place.lines.length === 0 && place.applied ? 'filled' : 'outline'} wide>
            {t('site.venue.number.go')}
          </Button>
        </div>
      </form>
      {signedIn ? null : (
        <p className="mt4">
          <MoreLink href={`/sign-in?next=${encodeURIComponent(path)}`}>{t('site.venue.sign-in')}</MoreLink>
        </p>
      )}
    </section>
  );
}

function WalkIns({ t, place, path, keyOf }: VenueProps): ReactElement {
  return (
    <section className="sec2" aria-labelledby="walk-ins">
      <h2 id="walk-ins">{t('site.venue.walk-in.title')}</h2>
      <p>{t('site.venue.walk-in.text')}</p>
      <form method="post" action={`${path}/walk-ins`} className="mt3">
        <HiddenFields values={{ _key: keyOf() }} />
        <Heads t={t} name="heads" label={t('site.venue.walk-in.heads')} most={MOST_WALK_INS} chosen={1} />
        <div className="mt4">
          <Button kind={place.lines.length === 0 && !place.applied ? 'filled' : 'outline'} wide>
            {t('site.venue.walk-in.go')}
          </Button>
        </div>
      </form>
    </section>
  );
}

type Outcome = SelfAnswer['answer'];

const TONES: Readonly<Record<Outcome, { readonly tone: string; readonly icon: IconName; readonly head: `site.venue.${Outcome}` }>> = {
  done: { tone: 'flash', icon: 'tick-circle', head: 'site.venue.done' },
  already: { tone: 'flash warn', icon: 'tick-circle', head: 'site.venue.already' },
  review: { tone: 'flash bad', icon: 'people', head: 'site.venue.review' },
};

const outcomeOf = (answers: readonly SelfAnswer[]): Outcome => (['review', 'done'] as const).find((each) => answers.some(({ answer }) => answer === each)) ?? 'already';

/** What came of it, as the title of the page says it. */
export const receivedTitle = (t: Translate, answers: readonly SelfAnswer[]): string => t(TONES[outcomeOf(answers)].head);

/** What came of it: what needs a person first, else what is new. */
export function ReceivedView({ t, event, answers, path }: { readonly t: Translate; readonly event: SelfPlace['event']; readonly answers: readonly SelfAnswer[]; readonly path: string }): ReactElement {
  const outcome = outcomeOf(answers);
  const { tone, icon, head } = TONES[outcome];
  return (
    <>
      <div className={tone} role="status">
        <Icon name={icon} />
        <div>
          <h1>{t(head)}</h1>
          {answers.map((answer, index) => (
            <p key={index}>{lineOf(t, answer, answers.length > 1)}</p>
          ))}
        </div>
      </div>
      <EventNamed t={t} event={event} />
      {outcome === 'review' ? <p className="mt5">{t('site.venue.review.text')}</p> : null}
      <p className="mt5">{t('site.venue.help')}</p>
      <div className="btns col mt5">
        <LinkButton href={path} kind="outline" wide>
          {t('site.venue.again')}
        </LinkButton>
      </div>
    </>
  );
}

const WHO = { 'walk-in': 'site.venue.walk-in', application: 'site.venue.number.who', assignment: 'site.venue.duty.who' } as const satisfies Record<SelfAnswer['subjectKind'], TextKey>;

/** Who, how many and when; what became of each, where there are several. */
function lineOf(t: Translate, { name, subjectKind, heads, at, answer }: SelfAnswer, several: boolean): ReactNode {
  const who = name === null ? t(WHO[subjectKind]) : t('site.ticket.san', { name });
  return (
    <>
      {t('site.venue.line', { who, count: heads })}　<span className="num">{dateTime(t, at)}</span>
      {several ? (
        <>
          <br />
          {t(TONES[answer].head)}
        </>
      ) : null}
    </>
  );
}
