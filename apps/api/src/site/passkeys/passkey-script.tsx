import type { ReactElement } from 'react';
import { THEME_PATH } from '@yoriai/ui';

/** The Site's one script, for the pages that need it; without it they are whole as well. */
export const PASSKEY_SCRIPT: ReactElement = <script src={`${THEME_PATH}/passkeys.js`} defer />;

/** Where the script says what went wrong. */
export function Said(): ReactElement {
  return (
    <div role="alert" tabIndex={-1} hidden>
      <p className="bn bad mb5" />
    </div>
  );
}
