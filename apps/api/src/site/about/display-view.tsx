import type { ReactElement } from 'react';
import {
  BackLink,
  Banner,
  Button,
  CONTRASTS,
  FURIGANA,
  HiddenFields,
  LANG_NAMES,
  LANGS,
  RadioList,
  TEXT_SIZES,
  htmlLang,
  type Display,
  type Translate,
} from '@yoriai/ui';

export interface DisplayViewProps {
  readonly t: Translate;
  readonly display: Display;
  readonly next: string;
  readonly saved: boolean;
}

/** In which words, how large and how clearly; each choice is shown by itself. */
export function DisplayView({ t, display, next, saved }: DisplayViewProps): ReactElement {
  return (
    <>
      <BackLink t={t} href={next} />
      {saved ? <Banner kind="good" role="status" className="mb5" title={t('site.display.saved')} /> : null}
      <h1>{t('site.display.title')}</h1>
      <form method="post" action="/display" className="mt5">
        <HiddenFields values={{ next }} />
        <RadioList
          t={t}
          name="lang"
          need="silent"
          label={t('site.display.lang')}
          defaultValue={t.lang}
          choices={LANGS.map((value) => ({ value, label: <span lang={htmlLang(value)}>{LANG_NAMES[value]}</span> }))}
        />
        <RadioList
          t={t}
          name="textSize"
          need="silent"
          label={t('site.display.size')}
          defaultValue={display.textSize}
          choices={TEXT_SIZES.map((value) => ({ value, label: <span className={`sample-${value}`}>{t(`site.display.${value}`)}</span> }))}
        />
        <RadioList
          t={t}
          name="furigana"
          need="silent"
          label={t('site.display.furigana')}
          hint={t('site.display.furigana.hint')}
          defaultValue={display.furigana}
          choices={FURIGANA.map((value) => ({ value, label: t(`site.display.furigana.${value}`) }))}
        />
        <RadioList
          t={t}
          name="contrast"
          need="silent"
          label={t('site.display.contrast')}
          defaultValue={display.contrast}
          choices={CONTRASTS.map((value) => ({ value, label: t(`site.display.contrast.${value}`) }))}
        />
        <div className="mt6">
          <Button wide>{t('site.display.go')}</Button>
        </div>
      </form>
    </>
  );
}
