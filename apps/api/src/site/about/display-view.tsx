import type { ReactElement } from 'react';
import { BackLink, Banner, Button, HiddenFields, RadioList, type Translate } from '@yoriai/ui';
import { TEXT_SIZES, type TextSize } from '../page/text-size.js';

export interface DisplayViewProps {
  readonly t: Translate;
  readonly size: TextSize;
  readonly next: string;
  readonly saved: boolean;
}

/** How large the letters are, shown by the letters themselves. */
export function DisplayView({ t, size, next, saved }: DisplayViewProps): ReactElement {
  return (
    <>
      <BackLink t={t} href={next} />
      {saved ? <Banner kind="good" role="status" className="mb5" title={t('site.display.saved')} /> : null}
      <h1>{t('site.display.title')}</h1>
      <form method="post" action="/display" className="mt5">
        <HiddenFields values={{ next }} />
        <RadioList
          t={t}
          name="size"
          need="silent"
          label={t('site.display.size')}
          defaultValue={size}
          choices={TEXT_SIZES.map((value) => ({ value, label: <span className={`sample-${value}`}>{t(`site.display.${value}`)}</span> }))}
        />
        <div className="mt6">
          <Button wide>{t('site.display.go')}</Button>
        </div>
      </form>
    </>
  );
}
