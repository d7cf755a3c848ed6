import type { MessagePreview } from '@yoriai/api-client';
import { Banner, Button, Lines, dateTime } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { FailureBanner } from '../../ui/failure.js';

export interface PreviewProps {
  readonly preview: MessagePreview;
  /** It goes at an hour that was chosen, or at night the next morning. */
  readonly later: boolean;
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSend: () => void;
  readonly onBack: () => void;
}

/** Whom it reaches and how, when it goes, and how each reader sees it; then one press. */
export function Preview({ preview, later, pending, error, onSend, onBack }: PreviewProps): ReactElement {
  const { people, byMail, byPhone, calls, optedOut, sendAt, letters } = preview;
  const counts = [
    [t('message.count.people'), people],
    [t('message.count.mail'), byMail],
    [t(calls ? 'message.count.phone' : 'message.count.unreached'), byPhone],
    ...(optedOut === 0 ? [] : [[t('message.count.optedOut'), optedOut] as const]),
  ] as const;
  return (
    <>
      <Banner kind="note" className="mt4" title={t('message.preview')}>
        <p>{later ? t('message.preview.when', { when: dateTime(t, sendAt) }) : t('message.preview.now')}</p>
      </Banner>
      <ul className="num mt4">
        {counts.map(([label, count]) => (
          <li key={label}>
            {label}　<b>{t('app.unit.heads', { count })}</b>
          </li>
        ))}
      </ul>
      {byPhone === 0 ? null : <p className="sub mt2">{t(calls ? 'message.preview.phone' : 'message.preview.unreached')}</p>}
      {letters.map(({ language, subject, lead, paragraphs }) => (
        <section key={language} className="ckb mt5" aria-labelledby={`as-${language}`}>
          <h2 id={`as-${language}`} className="fs-18">
            {t(`message.preview.as.${language}`)}
          </h2>
          <div lang={language === 'en' ? 'en' : 'ja'}>
            <p className="mt3">
              <b>{t('message.preview.subject', { subject })}</b>
            </p>
            <p className="mt3">{t('message.preview.name')}</p>
            {lead.map((line) => (
              <p key={line} className="mt2">
                <b>{line}</b>
              </p>
            ))}
            {paragraphs.map((paragraph, index) => (
              <p key={`${index} ${paragraph}`} className="mt2">
                <Lines text={paragraph} />
              </p>
            ))}
          </div>
          <p className="sub mt3">{t('message.preview.rest')}</p>
        </section>
      ))}
      <FailureBanner error={error} />
      <div className="row mt5">
        <Button type="button" onClick={onSend}>
          {t(pending ? 'app.sending' : later ? 'message.send.at' : 'message.send')}
        </Button>
        <Button type="button" kind="outline" onClick={onBack}>
          {t('message.back')}
        </Button>
      </div>
    </>
  );
}
