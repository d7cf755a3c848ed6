import type { ReactElement } from 'react';
import { LinkButton, MoreLink, PaperBox, PhoneLink, type Translate } from '@yoriai/ui';

interface ViewProps {
  readonly t: Translate;
  readonly phone: string;
}

/** Whom to call about what. */
export function ContactView({ t, ward, phone }: ViewProps & { readonly ward: string }): ReactElement {
  return (
    <div className="prose">
      <h1>{t('site.contact.title')}</h1>
      <p className="lede">{t('site.contact.lead')}</p>
      <div className="mt5">
        <PaperBox id="office" title={t('site.contact.office')}>
          <p>{t('site.contact.office.name', { ward })}</p>
          <PhoneLink number={phone} />
          <p className="sub">{t('site.contact.office.hours')}</p>
        </PaperBox>
      </div>
      <h2>{t('site.contact.event')}</h2>
      <p>{t('site.contact.event.text')}</p>
      <p>
        <MoreLink href="/events">{t('site.error.way.events')}</MoreLink>
      </p>
      <h2>{t('site.contact.lost')}</h2>
      <p>
        <MoreLink href="/lost-ticket">{t('site.contact.lost.go')}</MoreLink>
      </p>
      <p className="sub mt6">{t('site.contact.emergency')}</p>
    </div>
  );
}

/** How to find, apply and help, also without a screen. */
export function HelpView({ t, phone }: ViewProps): ReactElement {
  return (
    <div className="prose">
      <h1>{t('site.help.title')}</h1>
      <p className="lede">{t('site.help.lead')}</p>
      <h2>{t('site.help.find')}</h2>
      <p>{t('site.help.find.text')}</p>
      <h2>{t('site.help.apply')}</h2>
      <ol>
        <li>{t('site.help.apply.1')}</li>
        <li>{t('site.help.apply.2')}</li>
        <li>{t('site.help.apply.3')}</li>
        <li>{t('site.help.apply.4')}</li>
      </ol>
      <h3>{t('site.help.full')}</h3>
      <p>{t('site.help.full.text')}</p>
      <h3>{t('site.help.cancel')}</h3>
      <p>{t('site.help.cancel.text')}</p>
      <p>
        <MoreLink href="/lost-ticket">{t('site.contact.lost')}</MoreLink>
      </p>
      <h2>{t('site.help.volunteer')}</h2>
      <p>{t('site.help.volunteer.text')}</p>
      <div className="mt4">
        <LinkButton href="/volunteer" kind="outline" size="m">
          {t('site.home.help.all')}
        </LinkButton>
      </div>
      <h2>{t('start.way')}</h2>
      <p>{t('start.way.body')}</p>
      <p>
        <MoreLink href="/begin">{t('start.way.go')}</MoreLink>
      </p>
      <div className="mt6">
        <PaperBox id="paper" title={t('site.help.paper')}>
          <p>{t('site.help.paper.text')}</p>
          <PhoneLink number={phone} />
        </PaperBox>
      </div>
    </div>
  );
}

/** What works for whom, and what does not yet. */
export function AccessibilityView({ t, phone }: ViewProps): ReactElement {
  return (
    <div className="prose">
      <h1>{t('site.accessibility.title')}</h1>
      <p className="lede">{t('site.accessibility.lead')}</p>
      <h2>{t('site.accessibility.does')}</h2>
      <ul>
        <li>{t('site.accessibility.does.1')}</li>
        <li>{t('site.accessibility.does.2')}</li>
        <li>{t('site.accessibility.does.3')}</li>
        <li>{t('site.accessibility.does.4')}</li>
      </ul>
      <h2>{t('site.accessibility.not-yet')}</h2>
      <ul>
        <li>{t('site.accessibility.not-yet.1')}</li>
        <li>{t('site.accessibility.not-yet.2')}</li>
      </ul>
      <div className="mt6">
        <PaperBox id="trouble" title={t('site.accessibility.trouble')}>
          <p>{t('site.accessibility.trouble.text')}</p>
          <PhoneLink number={phone} />
        </PaperBox>
      </div>
    </div>
  );
}
