import type { ReactElement } from 'react';
import { Banner, Button, HiddenFields, type Translate } from '@yoriai/ui';

export interface OptOutViewProps {
  readonly t: Translate;
  readonly token: string;
  /** Whether the person gets no reminders at this moment. */
  readonly stopped: boolean;
  /** What the button just did. */
  readonly done: 'stopped' | 'restarted' | null;
}

/** One button: no reminders any more, or again. */
export function OptOutView({ t, token, stopped, done }: OptOutViewProps): ReactElement {
  return (
    <>
      {done ? <Banner kind="good" role="status" className="mb5" title={t(`notifications.opt-out.${done}`)} /> : null}
      <h1>{t('notifications.opt-out.title')}</h1>
      <p className="mt4">{stopped ? t('notifications.opt-out.stopped') : t('notifications.opt-out.ask')}</p>
      <p className="mt3">{t('notifications.opt-out.stays')}</p>
      <form method="post" action={`/opt-out/${encodeURIComponent(token)}`} className="mt6">
        <HiddenFields values={{ wish: stopped ? 'restart' : 'stop' }} />
        <Button wide>{stopped ? t('notifications.opt-out.restart') : t('notifications.opt-out.stop')}</Button>
      </form>
    </>
  );
}
