import type { ReactElement } from 'react';
import type { PhotosTold } from '@yoriai/events';
import { Button, HiddenFields, type Translate } from '@yoriai/ui';

interface PhotosSaidProps {
  readonly t: Translate;
  readonly photos: PhotosTold;
  /** Where the other answer goes; null: it can't be changed here. */
  readonly action: string | null;
  readonly formKey: string;
  /** Those who come with the ticket, or one who helps; the latter has not read before what pictures are for. */
  readonly of?: 'ticket' | 'duty';
}

/** What was said about pictures, and the other answer. */
export function PhotosSaid({ t, photos, action, formKey, of = 'ticket' }: PhotosSaidProps): ReactElement {
  const answers = photos === 'unanswered' ? (['yes', 'no'] as const) : photos === 'yes' ? (['no'] as const) : (['yes'] as const);
  return (
    <section className="sec2" aria-labelledby="photos">
      <h2 id="photos" className="fs-20">
        {t('asks.photos.short')}
      </h2>
      <p>{t(`asks.photos.${of}.${photos}`)}</p>
      {of === 'duty' && action !== null ? <p className="sub mt2">{t('asks.photos.duty.hint')}</p> : null}
      {action === null ? (
        of === 'duty' ? null : <p className="sub">{t('asks.photos.guardian-says')}</p>
      ) : (
        <div className="btns mt3">
          {answers.map((answer) => (
            <form key={answer} method="post" action={action}>
              <HiddenFields values={{ _key: formKey, photos: answer }} />
              <Button kind="outline" size="m">
                {t(`asks.photos.change.${answer}`)}
              </Button>
            </form>
          ))}
        </div>
      )}
    </section>
  );
}
