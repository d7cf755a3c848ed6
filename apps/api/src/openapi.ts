import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';

/** The description of the JSON API. Every operation says who may call it (`security`); pages are not part of it. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Yoriai 寄合')
    .setDescription('Community events, drills and volunteer rosters of a city ward')
    .setVersion('1')
    .addSecurity('session', { type: 'apiKey', in: 'cookie', name: '__Host-yoriai' })
    .build();
  return SwaggerModule.createDocument(app, settings, {
    operationIdFactory: (controller, method) => `${method}${controller.replace(/Controller$/, '')}`,
  });
}
