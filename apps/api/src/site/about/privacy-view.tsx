import type { ReactElement } from 'react';
import { PaperBox, PhoneLink, type Translate } from '@yoriai/ui';

/** Why names and contacts are asked, who holds them, for how long. */
export function PrivacyView({ t, ward, phone }: { readonly t: Translate; readonly ward: string; readonly phone: string }): ReactElement {
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
        <li>{t('site.privacy.long.applications')}</li>
        <li>{t('site.privacy.long.duties')}</li>
        <li>{t('site.privacy.long.asked')}</li>
        <li>{t('site.privacy.long.begin')}</li>
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
