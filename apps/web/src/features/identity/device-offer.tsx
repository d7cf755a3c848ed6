import { Button } from '@yoriai/ui';
import { useState, type ReactElement } from 'react';
import { t } from '../../i18n.js';
import { awayCookie, isOffered } from './put-away.js';

const offered = (): boolean => typeof document !== 'undefined' && isOffered(document.cookie, 'PublicKeyCredential' in window);

/** On home, for who has no device yet: what it is, where to add one, and the way to have it put away. Nothing where this browser can't. */
export function DeviceOffer(): ReactElement | null {
  const [open, setOpen] = useState(offered);
  if (!open) return null;
  const putAway = (): void => {
    document.cookie = awayCookie(window.location.protocol);
    setOpen(false);
  };
  return (
    <section className="soft mt5" aria-labelledby="home-devices">
      <h2 id="home-devices" className="fs-18">
        {t('app.devices.title')}
      </h2>
      <p className="mt1 mb3">{t('app.devices.body')}</p>
      <div className="btns">
        <a className="btn o m" href="/me/passkeys">
          {t('app.devices.add')}
        </a>
        <Button type="button" kind="text" size="m" onClick={putAway}>
          {t('app.devices.away')}
        </Button>
      </div>
    </section>
  );
}
