import type { ReactElement } from 'react';
import { Button, withoutReadings, type Translate } from '@yoriai/ui';
import { Said } from './passkey-script.js';

/** 指紋・顔で入る: beside the address box, where the browser can. The page it leads to is the sign-in page itself, which sends on whoever is in. */
export function PasskeyEntrance({ t, next }: { readonly t: Translate; readonly next: string }): ReactElement {
  const then = next === '' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
  return (
    <form className="sec2" hidden data-passkey="enter" data-then={then} data-stopped={withoutReadings(t('site.passkeys.not-in'))} data-known={withoutReadings(t('refusal.passkey.known'))}>
      <Said />
      <Button kind="outline" wide>
        {t('site.passkeys.enter')}
      </Button>
      <p className="sub mt3">{t('site.passkeys.enter.text')}</p>
    </form>
  );
}
