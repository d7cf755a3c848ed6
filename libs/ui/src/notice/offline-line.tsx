import type { ReactElement } from 'react';
import { Icon } from '../picture/icon.js';
import type { Translate } from '../texts/translate.js';

export interface OfflineLineProps {
  readonly t: Translate;
  /** Texts kept on this device and not sent yet. */
  readonly unsent: number;
  /** Acts that go out when the line is back, and are lost when the page is closed before. */
  readonly waiting?: number;
  /** Sticks to the top edge of the App instead of standing in the text. */
  readonly sticky?: boolean;
}

/** White on ink: no signal, and how many entries are safe here. */
export function OfflineLine({ t, unsent, waiting = 0, sticky }: OfflineLineProps): ReactElement {
  return (
    <div className={sticky ? 'offl line' : 'offl'} role="status">
      <Icon name="offline" />
      <p>
        <b>{t('ui.offline.title')}</b>
        <br />
        {waiting > 0 ? <span className="num blk">{t('ui.offline.waiting', { count: waiting })}</span> : null}
        {unsent > 0 ? <span className="num blk">{t('ui.offline.kept', { count: unsent })}</span> : null}
        {waiting + unsent === 0 ? <span>{t('ui.offline.nothing')}</span> : null}
      </p>
    </div>
  );
}
