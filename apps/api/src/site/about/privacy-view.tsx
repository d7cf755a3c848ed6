import type { ReactElement } from 'react';
import type { KeptNames } from '@yoriai/associations';
import { PaperBox, PhoneLink, keptUntil, type Translate } from '@yoriai/ui';

interface PrivacyViewProps {
  readonly t: Translate;
  readonly ward: string;
  readonly phone: string;
  /** For how many fiscal years names are kept, as it is in force. */
  readonly kept: Readonly<Record<KeptNames, number>>;
}

/** Why names and contacts are asked, who holds them, for how long. */
export function PrivacyView({ t, ward, phone, kept }: PrivacyViewProps): ReactElement {
  return (
    <div className="prose">
      <h1>{t('site.privacy.title')}</h1>
      <p className="lede">{t('site.privacy.lead')}</p>
      <h2>{t('site.privacy.what')}</h2>
      <ul>
        <li>{t('site.privacy.what.1')}</li>
        <li>{t('site.privacy.what.2')}</li>
        <li>{t('site.privacy.what.3')}</li>
      </ul>
      <p>{t('site.privacy.what.not')}</p>
      <h2>{t('site.privacy.who')}</h2>
      <ul>
        <li>{t('site.privacy.who.host')}</li>
        <li>{t('site.privacy.who.ward', { ward })}</li>
        <li>{t('site.privacy.who.log')}</li>
        <li>{t('site.privacy.who.sealed')}</li>
      </ul>
      <h2>{t('site.privacy.long')}</h2>
      <ul>
        <li>{t('site.privacy.long.applications', { until: keptUntil(t, kept.applications) })}</li>
        <li>{t('site.privacy.long.duties', { until: keptUntil(t, kept.duties) })}</li>
        <li>{t('site.privacy.long.asked')}</li>
        <li>{t('site.privacy.long.begin')}</li>
        <li>{t('site.privacy.long.join')}</li>
        <li>{t('site.privacy.long.pictures')}</li>
        <li>{t('site.privacy.long.account')}</li>
        <li>{t('site.privacy.long.session')}</li>
        <li>{t('site.privacy.long.log')}</li>
      </ul>
      <h2>{t('site.privacy.cookies')}</h2>
      <p>{t('site.privacy.cookies.text')}</p>
      <div className="mt6">
        <PaperBox id="rights" title={t('site.privacy.rights')}>
          <p>{t('site.privacy.rights.text', { ward })}</p>
          <PhoneLink number={phone} />
        </PaperBox>
      </div>
    </div>
  );
}
