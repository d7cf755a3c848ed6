import type { ReactElement } from 'react';
import { isGratis, type ConsentAsked, type Earlier } from '@yoriai/events';
import { Banner, Button, Facts, HiddenFields, Lines, LinkButton, PhoneLink, RadioList, TextInput, answerLines, dateTime, type Translate } from '@yoriai/ui';
import { ChangedBanner } from '../events/changed-banner.js';
import { Fee } from '../events/event-facts.js';
import { errorOf, type FormState } from '../page/form.js';
import { FormTop } from '../page/form-top.js';
import { PhotosSaid } from '../ticket/photos-box.js';
import { When } from '../page/when.js';

export interface ConsentViewProps {
  readonly t: Translate;
  readonly asked: ConsentAsked;
  /** What was another day or place when they said yes; null where nothing was, or they are asked for the first time. */
  readonly earlier: Earlier | null;
  readonly form: FormState;
  /** The page's own path. */
  readonly path: string;
  readonly formKey: string;
  readonly officePhone: string;
}

/** What a guardian is asked, what they say yes to, and two answers. */
export function ConsentView(props: ConsentViewProps): ReactElement {
  const { t, asked, form, earlier } = props;
  const { state, event, releaseAt, over } = asked;
  return (
    <>
      <FormTop t={t} form={form} />
      <h1>{t(state === 'asked' ? 'site.consent.ask' : state === 'given' ? 'site.consent.given' : 'site.consent.over')}</h1>
      {state === 'over' ? <p>{t(`site.consent.over.${over ?? 'ended'}`)}</p> : <p>{t('site.consent.lead', { names: asked.names.join('・') })}</p>}
      {state === 'given' && asked.givenAt ? (
        <Banner kind="good" role="status" className="mt4" title={t('site.consent.given.text', { when: dateTime(t, asked.givenAt), name: asked.guardianName ?? '', relation: asked.relation ?? '' })} />
      ) : null}
      {state === 'asked' && asked.anew ? (
        <Banner kind="note" className="mt4" title={t('site.consent.anew')}>
          <p>{t('site.consent.anew.text')}</p>
        </Banner>
      ) : null}
      {earlier === null ? null : <ChangedBanner t={t} event={event} earlier={earlier} />}
      {state === 'asked' && releaseAt !== null ? (
        <Banner kind="wait" className="mt4" title={t('site.consent.until', { when: dateTime(t, releaseAt) })}>
          <p>{t('site.consent.until.text')}</p>
        </Banner>
      ) : null}
      {state !== 'over' && (asked.standing === 'waitlisted' || asked.standing === 'applied' || asked.standing === 'offered') ? (
        <Banner kind="wait" className="mt4" title={t(asked.standing === 'applied' && asked.chosen ? 'site.consent.waits.chosen' : `site.consent.waits.${asked.standing}`)}>
          <p>{t('site.consent.waits.text')}</p>
        </Banner>
      ) : null}
      <Read {...props} />
      {state === 'asked' ? <Answers {...props} /> : null}
      {state !== 'asked' && asked.givenAt !== null && asked.photos !== null ? <PhotosSaid t={t} photos={asked.photos} action={`${props.path}/photos`} formKey={props.formKey} /> : null}
      {state === 'given' ? <Refuse t={t} path={props.path} word="site.consent.given.no" lead={t('site.consent.given.changed')} /> : null}
      <section className="sec2" aria-labelledby="trouble">
        <h2 id="trouble" className="fs-20">
          {t('site.ticket.trouble')}
        </h2>
        <PhoneLink number={event.contactPhone ?? props.officePhone} />
        <p className="sub">
          {event.organisationName}
          {event.contactName ? `　${event.contactName}` : null}
        </p>
      </section>
    </>
  );
}

/** What the yes is about. */
function Read({ t, asked }: ConsentViewProps): ReactElement {
  const { event, names, frameName, saidThen } = asked;
  const said = answerLines(t, asked.said);
  const then = saidThen && answerLines(t, saidThen);
  const lines = (text: string | null) => text && <Lines text={text} />;
  return (
    <div className="mt5">
      <Facts
        rows={[
          { term: t('site.ticket.event-name'), detail: <b>{event.title}</b> },
          { term: t('site.event.facts.when'), detail: event.startsAt === null ? null : <When t={t} startsAt={event.startsAt} endsAt={event.endsAt} /> },
          { term: t('site.event.facts.where'), detail: [event.placeName, event.placeAddress].filter(Boolean).join('　') },
          ...(names.length === 0 ? [] : [{ term: t('site.consent.who'), detail: <Lines text={names.map((name) => t('site.ticket.san', { name })).join('\n')} /> }]),
          { term: t('site.apply.frame'), detail: frameName },
          ...(said.length === 0 ? [] : [{ term: t('site.consent.said'), detail: <Lines text={said.join('\n')} /> }]),
          ...(then === null ? [] : [{ term: t('site.consent.said-then'), detail: <Lines text={then.length === 0 ? t('site.consent.said-nothing') : then.join('\n')} /> }]),
          { term: t('site.consent.fee'), detail: t.lang === 'en' && event.feeText !== null && isGratis(event.feeText) ? <Fee t={t} text={event.feeText} /> : lines(event.feeText) },
          { term: t('site.ticket.bring'), detail: lines(event.bringText) },
          { term: t('site.consent.care'), detail: lines(event.careText) },
        ]}
      />
      {event.slug === null ? null : (
        <p className="mt3">
          <LinkButton href={`/events/${event.slug}`} kind="outline" wide>
            {t('site.ticket.event')}
          </LinkButton>
        </p>
      )}
    </div>
  );
}

function Answers({ t, asked, form, path, formKey }: ConsentViewProps): ReactElement {
  const box = (name: 'name' | 'relation', known: string | null) => ({ t, name, defaultValue: form.values[name] ?? known ?? '', error: errorOf(t, form, name) });
  return (
    <>
      <form method="post" action={path} noValidate className="mt6">
        <HiddenFields values={{ _key: formKey, revision: String(asked.revision), read: asked.read }} />
        <TextInput {...box('name', asked.guardianName)} autoComplete="name" label={t('consent.name')} />
        <TextInput {...box('relation', asked.relation)} autoComplete="off" width="short" maxLength={20} label={t('consent.relation')} hint={t('consent.relation.hint')} />
        {asked.photos === null ? null : (
          <RadioList
            {...{ t, name: 'photos', hint: t('asks.photos.hint', { host: asked.event.organisationName }), defaultValue: form.values['photos'], error: errorOf(t, form, 'photos') }}
            label={t('asks.photos.of-child')}
            choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`asks.photos.${value}`) }))}
          />
        )}
        <p className="sub mt3">{t('site.consent.privacy', { host: asked.event.organisationName })}</p>
        <div className="mt5">
          <Button size="answer" wide>
            {t('site.consent.yes')}
          </Button>
        </div>
      </form>
      <Refuse t={t} path={path} word="site.consent.no" />
    </>
  );
}

function Refuse({ t, path, word, lead }: { readonly t: Translate; readonly path: string; readonly word: 'site.consent.no' | 'site.consent.given.no'; readonly lead?: string }): ReactElement {
  return (
    <div className="mt4">
      {lead === undefined ? null : <p className="mt5 mb3">{lead}</p>}
      <LinkButton href={`${path}/refusal`} kind="stop" wide>
        {t(word)}
      </LinkButton>
    </div>
  );
}

/** The first of two steps: whose place it is that others will have. */
export function RefuseView({ t, asked, path, formKey }: Pick<ConsentViewProps, 't' | 'asked' | 'path' | 'formKey'>): ReactElement {
  return (
    <>
      <h1>{t('site.consent.refuse')}</h1>
      <p>{t('site.consent.refuse.text', { names: asked.names.join('・') })}</p>
      <form method="post" action={`${path}/refusal`} className="mt6">
        <HiddenFields values={{ _key: formKey }} />
        <Button kind="stop" size="answer" wide>
          {t('site.consent.refuse.yes')}
        </Button>
      </form>
      <div className="mt4">
        <LinkButton href={path} kind="outline" wide>
          {t('site.consent.refuse.back')}
        </LinkButton>
      </div>
    </>
  );
}
