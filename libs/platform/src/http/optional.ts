import { IsOptional, ValidateIf } from 'class-validator';

/**
 * A field that may be left out. `null` is no way of leaving it out: it is judged by the field's other rules, which refuse it by the
 * field's name. Class-validator's own `IsOptional` would let it through to services that were promised it can't be.
 */
export const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);

/** A field that may be left out, and of which `null` says that there is none (any more): its type has to say `| null`. */
export const Nullable = (): PropertyDecorator => IsOptional();
