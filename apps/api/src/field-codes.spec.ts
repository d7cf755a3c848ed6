import { describe, expect, it } from '@jest/globals';
import { translator } from '@yoriai/ui';
import { getMetadataStorage, type ValidatorConstraintInterface } from 'class-validator';
// Brings every class that reads input.
import './api.module.js';

type Metadata = ReturnType<ReturnType<typeof getMetadataStorage>['getTargetValidationMetadatas']>[number];

interface Rule {
  field: string;
  code: string;
  /** The library drops the code of a rule that says nothing by itself. */
  mute: boolean;
}

/** The library has no public list of all classes. */
const metadatas = (): Metadata[] => [...(getMetadataStorage() as unknown as { validationMetadatas: Map<unknown, Metadata[]> }).validationMetadatas.values()].flat();

/** Everything that a field can be refused with. */
const rules: Rule[] = metadatas()
  .filter(({ type }) => type !== 'conditionalValidation' && type !== 'whitelistValidation')
  .map(({ type, name, target, propertyName, constraintCls, context, message }) => {
    const constraints = constraintCls ? getMetadataStorage().getTargetValidatorConstraints(constraintCls) : [];
    const says = (instance: ValidatorConstraintInterface): boolean => Boolean(message) || instance.defaultMessage !== undefined;
    return {
      field: `${typeof target === 'string' ? target : target.name}.${propertyName}`,
      code: (context as { code?: string } | undefined)?.code ?? `field.${name ?? type}`,
      mute: constraints.some((constraint) => !says(constraint.instance as ValidatorConstraintInterface)),
    };
  });

describe('what a form can answer', () => {
  it('is looked at: the classes of every context are here', () => {
    const classes = new Set(rules.map(({ field }) => field.split('.')[0]));
    for (const name of ['ApplyRequest', 'FrameDraft', 'TermEndingBody', 'SignInRequestBody', 'CheckInRequest']) expect(classes).toContain(name);
  });

  it('has a sentence for every code', () => {
    expect(rules.filter(({ code }) => !translator('ja').has(`refusal.${code}`))).toEqual([]);
  });

  it('keeps its code on the way', () => {
    expect(rules.filter(({ mute }) => mute)).toEqual([]);
  });
});
