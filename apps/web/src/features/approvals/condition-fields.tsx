import type { ConditionDraft } from '@yoriai/api-client';
import { Button, Checkbox, TextArea, TextInput } from '@yoriai/ui';
import type { ReactElement } from 'react';
import { t } from '../../i18n.js';
import { MOST_CONDITIONS, type WrittenConditions } from './use-conditions.js';

interface ConditionFieldsProps {
  readonly conditions: WrittenConditions;
  readonly errors: Readonly<Record<string, string>>;
  /** Whether a condition can still keep it from being published. */
  readonly mayBlock: boolean;
}

/** 条件をつける: what has to be done until which day for the approval to hold. */
export function ConditionFields({ conditions, errors, mayBlock }: ConditionFieldsProps): ReactElement {
  return (
    <div className="mt4">
      {conditions.all.map((each, index) => (
        // By their place: they have no names yet, and each box is controlled.
        <ConditionField key={index} of={each} index={index} conditions={conditions} errors={errors} mayBlock={mayBlock} />
      ))}
      {conditions.all.length < MOST_CONDITIONS ? (
        <Button type="button" kind="text" size="m" icon="add" onClick={conditions.add}>
          {t('app.condition.add')}
        </Button>
      ) : null}
    </div>
  );
}

function ConditionField({ of, index, conditions, errors, mayBlock }: ConditionFieldsProps & { readonly of: ConditionDraft; readonly index: number }): ReactElement {
  const error = (field: string): { error?: string } => {
    const found = errors[`conditions.${index}.${field}`];
    return found === undefined ? {} : { error: found };
  };
  return (
    <section className="rowbox" aria-labelledby={`condition-${index}`}>
      <h3 id={`condition-${index}`} className="fs-18">
        {t('app.condition.one', { n: index + 1 })}
      </h3>
      <TextArea
        t={t}
        name={`conditions.${index}.text`}
        label={t('app.condition.text')}
        rows={2}
        maxLength={300}
        autoFocus={of.text === '' && of.dueOn === ''}
        value={of.text}
        {...error('text')}
        onChange={(box) => conditions.write(index, { text: box.target.value })}
      />
      <TextInput
        t={t}
        name={`conditions.${index}.dueOn`}
        type="date"
        width="mid"
        label={t('app.condition.due')}
        value={of.dueOn}
        {...error('dueOn')}
        onChange={(box) => conditions.write(index, { dueOn: box.target.value })}
      />
      {mayBlock ? (
        <Checkbox name={`conditions.${index}.blocking`} label={t('app.condition.blocks')} checked={of.blocking} onChange={(box) => conditions.write(index, { blocking: box.target.checked })} />
      ) : null}
      <Button type="button" kind="text" size="m" onClick={() => conditions.remove(index)}>
        {t('app.condition.remove')}
        <span className="vh">（{t('app.condition.one', { n: index + 1 })}）</span>
      </Button>
    </section>
  );
}
