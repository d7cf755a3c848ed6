import type { ReactElement } from 'react';
import { partlyHidden, phonePartlyHidden, startVerdict, type AnnouncedStart, type StartChoices, type StartProgramme, type StartRequestEntity } from '@yoriai/events';
import { Banner, Button, Facts, HiddenFields, LinkButton, Lines, PaperBox, areaName, dateAndRange, hostLang, startWhen, type Translate } from '@yoriai/ui';
import { eventPath } from '../events/listing-query.js';
import type { FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { StartFields } from './start-fields.js';

interface StartFormViewProps {
  readonly t: Translate;
  readonly ward: string;
  readonly choices: StartChoices;
  readonly form: FormState;
  readonly formKey: string;
}

/** はじめたい: what it is about, and the form. */
export function StartFormView({ t, ward, choices, form, formKey }: StartFormViewProps): ReactElement {
  return (
    <>
      <FormTop t={t} form={form} />
      <h1>{t('start.title')}</h1>
      <p className="lede">{t('start.lead', { ward })}</p>
      <form method="post" action="/begin" noValidate className="mt5">
        <HiddenFields values={{ _key: formKey }} />
        <StartFields t={t} form={form} choices={choices} />
        <div className="mt6">
          <PaperBox id="privacy" title={t('site.apply.privacy')}>
            <p>
              {t('start.privacy', { ward })}{' '}
              <a href="/privacy">{t('site.apply.privacy.link')}</a>
            </p>
          </PaperBox>
        </div>
        <div className="btns col mt6">
          <Button wide>{t('start.send')}</Button>
        </div>
      </form>
    </>
  );
}

/** The way to the form, beside an event of a programme that can be begun elsewhere. */
export function StartWay({ t, programme }: { readonly t: Translate; readonly programme: StartProgramme }): ReactElement {
  return (
    <section aria-labelledby="begin" className="soft">
      <h2 id="begin" className="fs-18">
        {t('start.way')}
      </h2>
      <p className="mt1 mb3">{t('start.way.body')}</p>
      <LinkButton href={`/begin?programme=${programme}`} kind="outline" wide>
        {t('start.way.go')}
      </LinkButton>
    </section>
  );
}

interface StartTicketViewProps {
  readonly t: Translate;
  readonly ward: string;
  readonly request: StartRequestEntity;
  readonly announced: AnnouncedStart | 'dropped' | null;
  readonly areas: StartChoices['areas'];
  readonly form: FormState;
  readonly token: string;
  readonly formKey: string;
}

const BANNER = { waiting: 'info', talking: 'info', accepted: 'good', begun: 'good', announced: 'good', dropped: 'info', declined: 'info', withdrawn: 'info' } as const;

/** How a request stands, what was written, and taking it back. */
export function StartTicketView({ t, ward, request, announced, areas, form, token, formKey }: StartTicketViewProps): ReactElement {
  const { reply, eventId, contactEmail, contactPhone } = request;
  const state = eventId === null ? request.state : announced === null ? 'begun' : announced === 'dropped' ? 'dropped' : 'announced';
  const open = startVerdict(request, 'withdrawn') === true;
  const how = request.contactEmail === null ? 'phone' : 'mail';
  return (
    <>
      <FormTop t={t} form={form} />
      <h1>{t('start.ticket', { programme: t(`app.template.${request.programme}`) })}</h1>
      <Banner kind={BANNER[state]} className="mt4" title={t(`start.state.${state}`)}>
        {state === 'waiting' ? <p>{t(`start.state.waiting.${how}`, { ward })}</p> : null}
        {state === 'talking' || state === 'accepted' || state === 'begun' || state === 'dropped' ? <p>{t(`start.state.${state}.body`, { ward })}</p> : null}
        {announced !== null && announced !== 'dropped' ? (
          <>
            <p className="num">{dateAndRange(t, announced.startsAt, announced.endsAt)}</p>
            <p className="mt2">
              <LinkButton href={eventPath(announced.slug)}>{t('start.state.announced.open')}</LinkButton>
            </p>
          </>
        ) : null}
        {reply === null ? null : (
          <p lang={hostLang(t)}>
            <Lines text={reply} />
          </p>
        )}
      </Banner>
      {state === 'waiting' ? <p className="mt4">{t('start.keep')}</p> : null}
      <div className="mt5">
        <Facts rows={[...wishRows(t, request, areas), { term: t('start.contact'), detail: request.contactName }, { term: t('site.apply.phone'), detail: contactPhone && phonePartlyHidden(contactPhone) }, { term: t('site.apply.email'), detail: contactEmail && partlyHidden(contactEmail) }, { term: t('start.note'), detail: request.note === null ? null : <Lines text={request.note} /> }]} />
      </div>
      {open ? (
        <section className="sec2" aria-labelledby="withdraw">
          <h2 id="withdraw">{t('start.withdraw')}</h2>
          <p>{t('start.withdraw.body')}</p>
          <form method="post" action={`/b/${encodeURIComponent(token)}/withdrawal`} className="mt4">
            <HiddenFields values={{ _key: formKey }} />
            <Button kind="stop" wide>
              {t('start.withdraw.send')}
            </Button>
          </form>
        </section>
      ) : null}
    </>
  );
}

/** Where, how many and when, as rows. */
function wishRows(t: Translate, request: StartRequestEntity, areas: StartChoices['areas']): { term: string; detail: string | null }[] {
  const { venue, place, areaId, people } = request;
  const area = areas.find(({ id }) => id === areaId);
  const where = [venue, place].filter((each) => each !== null).join('　');
  return [
    { term: t('start.place'), detail: where === '' ? null : where },
    { term: t('start.area'), detail: area ? areaName(t, area) : null },
    { term: t('start.people'), detail: t('start.people.about', { count: people }) },
    { term: t('start.when'), detail: startWhen(t, request) },
  ];
}
