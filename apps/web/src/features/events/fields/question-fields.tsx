import { Button, Checkbox, needName } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../../i18n.js';
import { MOST_QUESTIONS, NEEDS, NO_NEEDS } from '../asks.js';
import type { BoxesProps } from '../step-fields.js';
import { Choose, Line, Lines, Mark } from './box.js';

interface Props {
  readonly of: BoxesProps;
  readonly at: string;
}

/** What the host asks besides: a guardian's consent, what people need, and a few questions. */
export function QuestionFields({ of, at }: Props): ReactElement {
  const count = Number(of.values[`${at}.questions`] ?? '0');
  return (
    <>
      <div className="mt5">
        <Checkbox
          name={`${at}.guardian`}
          label={t('app.frame.guardian')}
          checked={of.values[`${at}.guardian`] === 'yes'}
          onChange={(event) => of.set(`${at}.guardian`, event.target.checked ? 'yes' : '')}
        />
        <p className="hint">{t('app.frame.guardian.hint')}</p>
      </div>
      <div className="mt5">
        <Checkbox
          name={`${at}.photos`}
          label={t('app.frame.photos')}
          checked={of.values[`${at}.photos`] === 'yes'}
          onChange={(event) => of.set(`${at}.photos`, event.target.checked ? 'yes' : '')}
        />
        <p className="hint">{t('app.frame.photos.hint')}</p>
      </div>
      <div className="mt5">
        <Checkbox
          name={`${at}.fixed`}
          label={t('app.frame.fixed')}
          checked={of.values[`${at}.fixed`] === 'yes'}
          onChange={(event) => of.set(`${at}.fixed`, event.target.checked ? 'yes' : '')}
        />
        <p className="hint">{t('app.frame.fixed.hint')}</p>
      </div>
      <Line of={of} name={`${at}.perAdult`} label="app.frame.per-adult" hint="app.frame.per-adult.hint" inputMode="numeric" width="short" maxLength={2} />
      <Mark
        of={of}
        name={`${at}.needs`}
        label="app.frame.needs"
        hint="app.frame.needs.hint"
        choices={NEEDS.map((need) => ({ value: need, label: needName(t, need) }))}
        none={{ value: NO_NEEDS, label: t('app.frame.needs.none') }}
      />
      {Array.from({ length: count }, (_, index) => (
        <Question key={index} of={of} at={`${at}.q${index}`} nth={index + 1} />
      ))}
      {count >= MOST_QUESTIONS ? null : (
        <p className="mt5">
          <Button type="button" kind="outline" size="s" icon="add" onClick={() => of.set(`${at}.questions`, String(count + 1))}>
            {t('app.frame.question.add')}
          </Button>
        </p>
      )}
    </>
  );
}

function Question({ of, at, nth }: Props & { readonly nth: number }): ReactElement {
  const kind = of.values[`${at}-kind`] || 'text';
  return (
    <section className="mt6" aria-labelledby={at}>
      <h3 id={at} className="fs-18 num">
        {t('app.frame.question', { n: nth })}
      </h3>
      <Line of={of} name={`${at}-label`} label="app.frame.question.label" hint="app.frame.question.hint" maxLength={60} />
      <Choose
        of={{ ...of, values: { ...of.values, [`${at}-kind`]: kind } }}
        name={`${at}-kind`}
        label="app.frame.question.kind"
        choices={(['text', 'choice', 'yes-no'] as const).map((value) => ({ value, label: t(`app.frame.question.kind.${value}`) }))}
      />
      {kind === 'choice' ? <Lines of={of} name={`${at}-choices`} label="app.frame.question.choices" maxLength={330} /> : null}
      <Checkbox
        name={`${at}-required`}
        label={t('app.frame.question.required')}
        checked={of.values[`${at}-required`] === 'yes'}
        onChange={(event) => of.set(`${at}-required`, event.target.checked ? 'yes' : '')}
      />
    </section>
  );
}
