import { describe, expect, it } from '@jest/globals';
import { VALIDATION } from '@yoriai/platform';
import { getMetadataStorage, validate } from 'class-validator';
import '../create-api.js';

/** The classes of all requests, as the process has loaded them, with the names that their rules are about. */
const fields = [...(getMetadataStorage() as unknown as { validationMetadatas: Map<new () => object, readonly { propertyName: string; name?: string }[]> }).validationMetadatas].flatMap(([type, rules]) =>
  [...new Set(rules.map(({ propertyName }) => propertyName))].map((name) => ({
    ...{ type, name },
    nullable: rules.some((rule) => rule.propertyName === name && rule.name === 'isOptional'),
  })),
);

const said = async (type: new () => object, name: string): Promise<string[]> =>
  (await validate(Object.assign(new type(), { [name]: null }), VALIDATION)).map(({ property }) => property);

describe('null in a field', () => {
  it('is refused by the name of the field wherever no type says that there may be none', async () => {
    const strict = fields.filter(({ nullable }) => !nullable);
    expect(strict.length).toBeGreaterThan(150);
    const taken: string[] = [];
    for (const { type, name } of strict) if (!(await said(type, name)).includes(name)) taken.push(`${type.name}.${name}`);
    expect(taken).toEqual([]);
  });

  it('is taken where it says that there is none', async () => {
    const nullable = fields.filter((field) => field.nullable);
    expect(nullable.length).toBeGreaterThan(30);
    const refused: string[] = [];
    for (const { type, name } of nullable) if ((await said(type, name)).includes(name)) refused.push(`${type.name}.${name}`);
    expect(refused).toEqual([]);
  });
});
