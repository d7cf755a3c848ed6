import type { ReactElement } from 'react';
import { Icon } from '../picture/icon.js';
import type { Translate } from '../texts/index.js';

export interface OfflineLineProps {
  readonly t: Translate;
  /** Entries kept on this device and not sent yet. */
  readonly unsent: number;
  /** Sticks to the top edge of the App instead of standing in the text. */
  readonly sticky?: boolean;
}

/** White on ink: no signal, and how many entries are safe here. */
export function OfflineLine({ t, unsent, sticky }: OfflineLineProps): ReactElement {
  return (
    <div className={sticky ? 'offl line' : 'offl'} role="status">
      <Icon name="offline" />
      <p>
        <b>{t('ui.offline.title')}</b>
        <br />
        <span className="num">
          {t(unsent > 0 ? 'ui.offline.kept' : 'ui.offline.nothing', unsent > 0 ? { count: unsent } : undefined)}
        </span>
      </p>
    </div>
  );
}
